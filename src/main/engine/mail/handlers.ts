import { createMessageId, isSendable } from '../../../core/mail/compose.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { MailId } from '../../../shared/model/ids.ts'
import type { MailState } from '../../../shared/model/mail.ts'
import { mustFindCase } from '../cases/take-step.ts'
import type { ReadableDb } from '../db/db.ts'
import { fileNameOf, isInternal, mustFindLetter } from '../letters/store.ts'
import type { Session } from '../session.ts'
import { accountOf } from '../settings/handlers.ts'
import { readSmtpAccount } from '../settings/store.ts'
import { deliver } from './outbox.ts'
import { testConnection } from './smtp.ts'
import {
  insertMail,
  listOutbox,
  mustFindMail,
  refuseWhileUnderWay,
  setMailState,
  type StoredMail,
} from './store.ts'

function mailInState(db: ReadableDb, id: MailId, state: MailState): StoredMail {
  const found = mustFindMail(db, id)
  if (found.state !== state) throw new AppFailure('mailStateWrong', { state: found.state })
  return found
}

export const mailHandlers: Handlers<Pick<typeof engineContract, 'mail'>, Session> = {
  'mail.compose': (session, { letterId }) =>
    session.query((db) => {
      const letter = mustFindLetter(db, letterId)
      const { applicant } = mustFindCase(db, letter.caseId)
      const { mailSubject, mailText } = letter
      return { to: applicant.email, subject: mailSubject, text: mailText, fileName: fileNameOf(letter) }
    }),
  'mail.send': (session, { letterId, to, subject, text }) => {
    if (!isSendable(to)) throw new AppFailure('addressInvalid', {})
    const id = session.command(({ db, at, record, changed }) => {
      const account = readSmtpAccount(db)
      if (!account) throw new AppFailure('smtpNotSet', {})
      const { caseId, number, sha256, templateId } = mustFindLetter(db, letterId)
      if (isInternal(session.packs, templateId)) throw new AppFailure('letterInternal', {})
      refuseWhileUnderWay(db, letterId)
      const messageId = createMessageId(session.ports.random.bytes(16), account.fromAddress)
      const mailId = insertMail(db, { caseId, letterId, messageId, recipient: to, subject, text, at })
      record('mailQueued', caseId, { letter: number, to, sha256, messageId })
      changed('mail', 'cases')
      return mailId
    })
    session.outbox.wake()
    return { id }
  },
  'mail.outbox': (session, { limit }) => session.query((db) => ({ mails: listOutbox(db, limit) })),
  'mail.retry': (session, { id }) => {
    session.command(({ db, at, record, changed }) => {
      const mail = mailInState(db, id, 'failed')
      refuseWhileUnderWay(db, mail.letterId)
      setMailState(db, id, { state: 'queued', failure: null, response: '', at })
      record('mailRetried', mail.caseId, { messageId: mail.messageId })
      changed('mail', 'cases')
    })
    session.outbox.wake()
    return {}
  },
  'mail.settle': (session, { id, outcome, note }) =>
    session.command((deed) => {
      const mail = mailInState(deed.db, id, 'unknown')
      setMailState(deed.db, id, { state: outcome, failure: null, response: note, at: deed.at })
      deed.record('mailSettled', mail.caseId, { messageId: mail.messageId, outcome, note })
      if (outcome === 'sent') deliver(deed, session, id)
      deed.changed('mail', 'cases')
      return {}
    }),
  'mail.test': async (session, form) => {
    const outcome = await testConnection(session.query((db) => accountOf(db, form)))
    if (outcome.ok) return { greeting: outcome.greeting }
    throw new AppFailure('smtpFailed', { failure: outcome.failure, response: outcome.response })
  },
}
