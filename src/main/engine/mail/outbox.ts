import type { AuditAction } from '../../../shared/model/audit.ts'
import { answerCase } from '../cases/take-step.ts'
import { describeFault } from '../faults.ts'
import { findCase } from '../cases/store.ts'
import { fileNameOf, mustFindLetter, recordDelivery } from '../letters/store.ts'
import type { Deed, Session } from '../session.ts'
import { readSmtpAccount } from '../settings/store.ts'
import { composeMessage } from './message.ts'
import type { SmtpAccount } from './session.ts'
import { sendMessage, type SendOutcome } from './smtp.ts'
import { mailsInState, markSending, nextQueued, setMailState, type StoredMail } from './store.ts'

/**
 * Sends what is queued, one message after another. That a message is being sent is recorded before its first byte goes;
 * one whose outcome nobody knows stays `unknown` until the officer settles it, and is never sent again by itself.
 */
export class Outbox {
  readonly #session: Session
  #run: Promise<void> | null = null
  #stopped = false

  constructor(session: Session) {
    this.#session = session
  }

  /** Mails that were on their way when the program ended have an unknown outcome. Then the queue goes on. */
  start(): void {
    const interrupted = this.#session.query((db) => mailsInState(db, 'sending'))
    for (const mail of interrupted) this.#recordOutcome(mail, { kind: 'unknown', response: '' })
    this.wake()
  }

  /** Something may wait to be sent. */
  wake(): void {
    if (this.#stopped || this.#run) return
    this.#run = this.#sendAll()
      // A fault of the disk: what is queued waits for the next wake, what was being sent is `unknown` at the next unlock.
      .catch((error: unknown) => console.error(`outbox: ${describeFault(error)}`))
      .finally(() => {
        this.#run = null
      })
  }

  /** Finishes the message under way and sends no other. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#run
  }

  async #sendAll(): Promise<void> {
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
    this.#session.command(({ db, at, record, changed }) => {
      markSending(db, mail.id, bytes, at)
      record('mailSending', mail.caseId, { messageId: mail.messageId, server: account.host })
      changed('mail', 'cases')
    })
  }

  #recordOutcome(mail: StoredMail, outcome: SendOutcome): void {
    const failure = outcome.kind === 'failed' ? outcome.failure : null
    this.#session.command((deed) => {
      const { response } = outcome
      setMailState(deed.db, mail.id, { state: outcome.kind, failure, response, at: deed.at })
      deed.record(actionOf[outcome.kind], mail.caseId, { messageId: mail.messageId, failure, response })
      if (outcome.kind === 'sent') deliver(deed, this.#session, mail)
      deed.changed('mail', 'cases')
    })
  }
}

const actionOf: Record<SendOutcome['kind'], AuditAction> = {
  sent: 'mailSent',
  failed: 'mailFailed',
  unknown: 'mailUnknown',
}

/** The letter has reached the applicant's server: it is delivered, and the case answered if the letter answers. */
export function deliver(deed: Deed, session: Session, mail: StoredMail): void {
  const letter = mustFindLetter(deed.db, mail.letterId)
  if (letter.deliveryMethod !== null) return
  recordDelivery(deed.db, letter.id, { method: 'email', on: deed.today, note: mail.recipient })
  if (letter.answers) answerCase(deed, session.packs, mail.caseId, deed.today, letter.number)
}
