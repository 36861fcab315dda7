import type { AuditAction } from '../../../shared/model/audit.ts'
import type { MailId } from '../../../shared/model/ids.ts'
import { answerCase } from '../cases/take-step.ts'
import { describeFault } from '../faults.ts'
import { findCase } from '../cases/store.ts'
import { fileNameOf, mustFindLetter, recordDelivery } from '../letters/store.ts'
import type { Deed, Session } from '../session.ts'
import { readSmtpAccount } from '../settings/store.ts'
import { composeMessage } from './message.ts'
import type { SmtpAccount } from './session.ts'
import { sendMessage, type SendOutcome } from './smtp.ts'
import {
  mailsInState,
  markSending,
  mustFindMail,
  nextQueued,
  setMailState,
  type StoredMail,
} from './store.ts'

/** How long the queue waits after a fault. */
const retryAfterMs = 60_000

/**
 * Sends what is queued, one message after another. That a message is being sent is recorded before its first byte goes;
 * one whose outcome nobody knows stays `unknown` until the officer settles it, and is never sent again by itself.
 */
export class Outbox {
  readonly #session: Session
  #run: Promise<void> | null = null
  #later: NodeJS.Timeout | undefined
  #stopped = false

  constructor(session: Session) {
    this.#session = session
  }

  /** Something may wait to be sent. */
  wake(): void {
    if (this.#stopped || this.#run) return
    clearTimeout(this.#later)
    this.#run = this.#sendAll()
      .catch((error: unknown) => this.#tryLater(error))
      .finally(() => {
        this.#run = null
      })
  }

  /** Finishes the message under way and sends no other. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#later)
    await this.#run
  }

  /** A fault of the disk, most likely. What was being sent becomes `unknown` when the queue goes on. */
  #tryLater(error: unknown): void {
    console.error(`outbox: ${describeFault(error)}`)
    this.#later = setTimeout(() => this.wake(), retryAfterMs).unref()
  }

  async #sendAll(): Promise<void> {
    this.#settleInterrupted()
    while (!this.#stopped) {
      const account = this.#session.query(readSmtpAccount)
      const mail = account && this.#session.query(nextQueued)
      if (!account || !mail) return
      const bytes = await this.#compose(mail, account)
      this.#recordSending(mail, account, bytes)
      const envelope = { from: account.fromAddress, to: mail.recipient, bytes }
      this.#recordOutcome(mail, await sendMessage(account, envelope))
    }
  }

  /** Nothing is being sent now: a mail that says so was cut off, by the end of the program or by a fault. */
  #settleInterrupted(): void {
    for (const mail of this.#session.query((db) => mailsInState(db, 'sending'))) {
      this.#recordOutcome(mail, { kind: 'unknown', response: '' })
    }
  }

  #compose(mail: StoredMail, account: SmtpAccount): Promise<Uint8Array> {
    const { letter, emailMessageId } = this.#session.query((db) => ({
      letter: mustFindLetter(db, mail.letterId),
      emailMessageId: findCase(db, mail.caseId)?.emailMessageId ?? null,
    }))
    return composeMessage({
      from: { name: account.fromName, address: account.fromAddress },
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      date: this.#session.ports.clock.now(),
      inReplyTo: emailMessageId,
      attachment: { name: fileNameOf(letter), bytes: letter.pdf },
    })
  }

  /** Before the first byte goes. */
  #recordSending(mail: StoredMail, account: SmtpAccount, bytes: Uint8Array): void {
    this.#session.command((deed) => {
      markSending(deed.db, mail.id, bytes, deed)
      deed.record('mailSending', mail.caseId, { messageId: mail.messageId, server: account.host })
      deed.changed('mail', 'cases')
    })
  }

  #recordOutcome(mail: StoredMail, outcome: SendOutcome): void {
    const failure = outcome.kind === 'failed' ? outcome.failure : null
    this.#session.command((deed) => {
      const { response } = outcome
      setMailState(deed.db, mail.id, { state: outcome.kind, failure, response, at: deed.at })
      deed.record(actionOf[outcome.kind], mail.caseId, { messageId: mail.messageId, failure, response })
      if (outcome.kind === 'sent') deliver(deed, this.#session, mail.id)
      deed.changed('mail', 'cases')
    })
  }
}

const actionOf: Record<SendOutcome['kind'], AuditAction> = {
  sent: 'mailSent',
  failed: 'mailFailed',
  unknown: 'mailUnknown',
}

/**
 * The server took the letter, on the day it was sent, however much later that is known: the letter is delivered, and the
 * case answered if the letter answers.
 */
export function deliver(deed: Deed, session: Session, id: MailId): void {
  const { letterId, recipient, sendingOn } = mustFindMail(deed.db, id)
  const letter = mustFindLetter(deed.db, letterId)
  if (letter.deliveryMethod !== null) return
  const on = sendingOn ?? deed.today
  recordDelivery(deed.db, letter.id, { method: 'email', on, note: recipient })
  if (letter.answers) answerCase(deed, session, letter, on)
}
