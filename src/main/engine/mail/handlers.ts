import { createMessageId, isSendable } from '../../../core/mail/compose.ts'
import { isUnproved, judgeSending, sameAddress } from '../../../core/mail/gate.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { MailId } from '../../../shared/model/ids.ts'
import type { MailState } from '../../../shared/model/mail.ts'
import { yesOrNo } from '../audit/changes.ts'
import { isOfOthersSince } from '../cases/identity-store.ts'
import { mustFindKept, refuseDestroyed } from '../cases/take-step.ts'
import type { ReadableDb } from '../db/db.ts'
import { must } from '../failure.ts'
import { fileNameOf, isInternal, mustFindLetter } from '../letters/store.ts'
import type { Session } from '../session.ts'
import { accountOf } from '../settings/handlers.ts'
import { readSmtpAccount } from '../settings/store.ts'
import { gateOf, showGate } from './gate.ts'
import { envelopeAddress } from './message.ts'
import { deliver } from './outbox.ts'
import { findArchive, protectLetter, withNote } from './protect.ts'
import { testConnection } from './smtp.ts'
import { attemptsOf } from './attempt-store.ts'
import { countByState, listOutbox } from './list-store.ts'
import {
  endWaiting,
  insertMail,
  mustFindMail,
  mustFindMessage,
  refuseWhileUnderWay,
  setMailState,
  type StoredMail,
} from './store.ts'
import { became, takeBack } from './take-back.ts'

function mailInState(db: ReadableDb, id: MailId, ...states: MailState[]): StoredMail {
  const found = mustFindMail(db, id)
  if (!states.includes(found.state)) throw new AppFailure('mailStateWrong', { state: found.state })
  return found
}

export const mailHandlers: Handlers<Pick<typeof engineContract, 'mail'>, Session> = {
  'mail.compose': (session, { letterId }) =>
    session.query((db) => {
      const letter = mustFindLetter(db, letterId)
      const { mailSubject: subject, mailText: text, pdf, sha256 } = letter
      const gate = showGate(db, session.packs, letter, session.today)
      const attachment = { name: fileNameOf(letter), size: pdf.length, sha256 }
      return { to: gate.known, subject, text, attachment, gate }
    }),
  'mail.protect': (session, { letterId }) => protectLetter(session, letterId),
  'mail.send': (session, input) => {
    const { letterId, to, subject, addressChecked, unverifiedReason = '' } = input
    if (!isSendable(to) || !isSendable(envelopeAddress(to))) throw new AppFailure('addressInvalid', {})
    const id = session.command(({ db, at, record, changed }) => {
      const account = readSmtpAccount(db)
      if (!account) throw new AppFailure('smtpNotSet', {})
      const letter = mustFindLetter(db, letterId)
      const { caseId, number, sha256, templateId } = letter
      if (isInternal(session.packs, templateId)) throw new AppFailure('letterInternal', {})
      refuseWhileUnderWay(db, letterId)
      const gate = gateOf(db, session.packs, letter, mustFindKept(db, caseId))
      must(judgeSending(gate, { to, addressChecked: addressChecked ?? false, unverifiedReason }))
      const archive = findArchive(session, letterId, input.protectedBy)
      const text = archive ? withNote(session, input.text, letter.lang) : input.text
      const messageId = createMessageId(session.ports.random.bytes(16), envelopeAddress(account.fromAddress))
      const mailId = insertMail(db, {
        caseId,
        letterId,
        messageId,
        recipient: to,
        subject,
        text,
        at,
        attachment: archive,
      })
      const { known } = gate
      const other = sameAddress(known, to) ? {} : { knownAddress: known, addressChecked: yesOrNo(true) }
      const sealed = archive ? { protectedBy: archive.sha256 } : {}
      record('mailQueued', caseId, { letter: number, to, ...other, sha256, ...sealed, messageId })
      if (isUnproved(gate)) {
        record('disclosedUnverified', caseId, { letter: number, to, reason: unverifiedReason.trim() })
      }
      changed('mail', 'cases')
      return mailId
    })
    session.outbox.wakeNow()
    return { id }
  },
  'mail.outbox': (session, { state, limit }) =>
    session.query((db) => ({ mails: listOutbox(db, state, limit), counts: countByState(db) })),
  'mail.attempts': (session, { id }) =>
    session.query((db) => ({ attempts: attemptsOf(db, mustFindMail(db, id).id) })),
  'mail.message': (session, { id }) => {
    const { caseId, messageId, sha256, bytes } = session.query((db) => mustFindMessage(db, id))
    if (sha256 === null || bytes === null) throw new AppFailure('mailNotComposed', {})
    return { caseId, name: `${messageId.replace(/^<|@.*$/g, '')}.eml`, bytes, sha256 }
  },
  'mail.retry': (session, { id }) => {
    session.command(({ db, at, record, changed }) => {
      const mail = mailInState(db, id, 'failed', 'queued')
      refuseDestroyed(db, mail.caseId)
      if (mail.state === 'failed') refuseWhileUnderWay(db, mail.letterId)
      setMailState(db, id, { state: 'queued', failure: null, response: '', at })
      record('mailRetried', mail.caseId, became(mail, 'queued'))
      changed('mail', 'cases')
    })
    session.outbox.wakeNow()
    return {}
  },
  'mail.takeBack': (session, { id }) =>
    session.command((deed) => {
      takeBack(deed, mailInState(deed.db, id, 'queued'))
      return {}
    }),
  'mail.resume': (session) => {
    session.unrecorded(({ db, changed }) => {
      if (endWaiting(db) > 0) changed('mail', 'cases')
    })
    session.outbox.wakeNow()
    return {}
  },
  'mail.settle': (session, { id, outcome, note }) =>
    session.command((deed) => {
      const mail = mailInState(deed.db, id, 'unknown')
      setMailState(deed.db, id, { state: outcome, failure: null, response: note, at: deed.at })
      deed.record('mailSettled', mail.caseId, { messageId: mail.messageId, outcome, note })
      if (outcome === 'sent') deliver(deed, session, id)
      // As what waited when that was set right: it goes no more to whom it was written to.
      else if (isOfOthersSince(deed.db, mail.caseId, mail.messageId))
        takeBack(deed, { ...mail, state: outcome })
      deed.changed('mail', 'cases')
      return {}
    }),
  'mail.providers': (session) => ({ providers: session.packs.mailProviders }),
  'mail.test': async (session, form) => {
    const outcome = await testConnection(session.query((db) => accountOf(db, form)))
    if (outcome.ok) return { greeting: outcome.greeting }
    const { stage, failure, response } = outcome
    throw new AppFailure('smtpFailed', { stage, failure, response })
  },
}
