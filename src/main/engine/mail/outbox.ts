import { hash } from 'node:crypto'
import { nextAttemptAt, waitsForServer } from '../../../core/mail/retry.ts'
import type { AuditAction } from '../../../shared/model/audit.ts'
import type { MailId } from '../../../shared/model/ids.ts'
import { answerCase } from '../cases/take-step.ts'
import { describeFault } from '../faults.ts'
import { beginningOfEmail } from '../cases/attachment-store.ts'
import { findCase } from '../cases/store.ts'
import { fileNameOf, mustFindLetter, recordDelivery } from '../letters/store.ts'
import type { Deed, Session } from '../session.ts'
import { readSmtpAccount } from '../settings/store.ts'
import { endAttempt, insertAttempt } from './attempt-store.ts'
import { signMessage } from './dkim.ts'
import { composeMessage } from './message.ts'
import type { SmtpAccount } from './session.ts'
import { sendMessage, type SendOutcome } from './smtp.ts'
import {
  attachmentOf,
  mailsInState,
  markSending,
  mustFindMail,
  nextDue,
  putOff,
  setMailState,
  type StoredMail,
} from './store.ts'

/** How long the queue waits after a fault of our own. */
const retryAfterMs = 60_000

type Failed = Extract<SendOutcome, { kind: 'failed' }>

/**
 * Sends what is queued, one message after another. That a message is being sent is recorded before its first byte goes;
 * one whose outcome nobody knows stays `unknown` until the officer settles it, and is never sent again by itself. What was
 * surely not accepted, and may be later, waits by `mail/retry.json`; whoever wakes the outbox sends what is due by then.
 */
export class Outbox {
  readonly #session: Session
  #run: Promise<void> | null = null
  #later: NodeJS.Timeout | undefined
  #stopped = false
  /** Something was queued while the run was at its end. */
  #again = false
  /** The server was not reached: until then (ms since 1970) nothing else is tried there either. */
  #heldUntil = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** A message is on its way. */
  get isSending(): boolean {
    return this.#run !== null
  }

  /** Something may be due. */
  wake(): void {
    if (this.#stopped) return
    if (this.#run) {
      this.#again = true
      return
    }
    clearTimeout(this.#later)
    this.#again = false
    this.#run = this.#sendAll()
      .catch((error: unknown) => this.#tryLater(error))
      .finally(() => {
        this.#run = null
        if (this.#again) this.wake()
      })
  }

  /** The officer wants something sent, or the network is back: the server is tried whatever came of it before. */
  wakeNow(): void {
    this.#heldUntil = 0
    this.wake()
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
    while (!this.#stopped && this.#now() >= this.#heldUntil) {
      const at = new Date(this.#now()).toISOString()
      const account = this.#session.query(readSmtpAccount)
      const mail = account && this.#session.query((db) => nextDue(db, at))
      if (!account || !mail) return
      await this.#send(mail, account)
    }
  }

  async #send(mail: StoredMail, account: SmtpAccount): Promise<void> {
    const bytes = await signMessage(await this.#compose(mail, account), account)
    if (!this.#recordSending(mail, account, bytes)) return
    const envelope = { from: account.fromAddress, to: mail.recipient, bytes, messageId: mail.messageId }
    const outcome = await sendMessage(account, envelope)
    const retryAt = outcome.kind === 'failed' ? this.#nextAttemptAt(mail, outcome) : null
    if (outcome.kind === 'failed' && retryAt !== null) this.#recordDeferral(mail, outcome, retryAt)
    else this.#recordOutcome(mail, outcome)
  }

  #now(): number {
    return this.#session.ports.clock.now()
  }

  #nextAttemptAt({ deferrals, refusedSince }: StoredMail, { failure }: Failed): number | null {
    const putOff = { deferrals, refusedSince: refusedSince === null ? null : Date.parse(refusedSince) }
    return nextAttemptAt(this.#session.packs.mailRetry, failure, putOff, this.#now())
  }

  /** Nothing is being sent now: a mail that says so was cut off, by the end of the program or by a fault. */
  #settleInterrupted(): void {
    for (const mail of this.#session.query((db) => mailsInState(db, 'sending'))) {
      this.#recordOutcome(mail, { kind: 'unknown', response: '' })
    }
  }

  #compose(mail: StoredMail, account: SmtpAccount): Promise<Uint8Array> {
    const { letter, answered, attachment, emailMessageId } = this.#session.query((db) => ({
      letter: mustFindLetter(db, mail.letterId),
      answered: beginningOfEmail(db, mail.caseId),
      attachment: attachmentOf(db, mail.id),
      emailMessageId: findCase(db, mail.caseId)?.emailMessageId ?? null,
    }))
    return composeMessage({
      from: { name: account.fromName, address: account.fromAddress },
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      date: Date.parse(mail.queuedAt),
      inReplyTo: emailMessageId,
      answered,
      attachment: attachment ?? { name: fileNameOf(letter), bytes: letter.pdf },
    })
  }

  /** Before the first byte goes. False: the officer took it back while it was composed. */
  #recordSending(mail: StoredMail, account: SmtpAccount, message: Uint8Array): boolean {
    return this.#session.command((deed) => {
      if (mustFindMail(deed.db, mail.id).state !== 'queued') return false
      const { at, today } = deed
      const sha256 = hash('sha256', message)
      markSending(deed.db, mail.id, { message, sha256, at, today })
      insertAttempt(deed.db, mail.id, { at, server: account.host, sha256 })
      deed.record('mailSending', mail.caseId, { messageId: mail.messageId, server: account.host, sha256 })
      deed.changed('mail', 'cases')
      return true
    })
  }

  /** Surely not accepted, and tried again by itself. */
  #recordDeferral(mail: StoredMail, { failure, response }: Failed, retryAtMs: number): void {
    if (waitsForServer(failure)) this.#heldUntil = retryAtMs
    const retryAt = new Date(retryAtMs).toISOString()
    this.#session.command((deed) => {
      const { at } = deed
      const refusedSince = mail.refusedSince ?? (waitsForServer(failure) ? null : at)
      putOff(deed.db, mail.id, { failure, response, retryAt, refusedSince, at })
      endAttempt(deed.db, mail.id, { outcome: 'deferred', failure, response, at })
      const { messageId } = mail
      deed.record('mailDeferred', mail.caseId, { messageId, failure, response, retryAt })
      deed.changed('mail', 'cases')
    })
  }

  #recordOutcome(mail: StoredMail, outcome: SendOutcome): void {
    const failure = outcome.kind === 'failed' ? outcome.failure : null
    this.#session.command((deed) => {
      const { response } = outcome
      setMailState(deed.db, mail.id, { state: outcome.kind, failure, response, at: deed.at })
      endAttempt(deed.db, mail.id, { outcome: outcome.kind, failure, response, at: deed.at })
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
