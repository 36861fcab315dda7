import { AppFailure } from '../../../shared/errors.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { MailState } from '../../../shared/model/mail.ts'
import { changesOf } from '../audit/changes.ts'
import type { Deed } from '../session.ts'
import { setMailState, unsentOf, type StoredMail } from './store.ts'

/** Which message it is, and how its state changed; one that only goes sooner stays what it was. */
export function became({ messageId, state }: StoredMail, now: MailState): AuditDetails {
  return { messageId, ...changesOf({ state }, { state: now }) }
}

export function takeBack({ db, at, record, changed }: Deed, mail: StoredMail): void {
  setMailState(db, mail.id, { state: 'withdrawn', failure: null, response: '', at })
  record('mailTakenBack', mail.caseId, became(mail, 'withdrawn'))
  changed('mail', 'cases')
}

/**
 * What waits, or may be tried again, goes no more to whom it was written to. Fails with `mailStateWrong` while one is on
 * its way: it may come back to the queue.
 */
export function takeBackUnsent(deed: Deed, caseId: CaseId): void {
  const unsent = unsentOf(deed.db, caseId)
  if (unsent.some(({ state }) => state === 'sending'))
    throw new AppFailure('mailStateWrong', { state: 'sending' })
  for (const mail of unsent) takeBack(deed, mail)
}
