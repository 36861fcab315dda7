import { createHash } from 'node:crypto'
import type { ContactKey } from '../../../core/identity/contact-key.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { Session } from '../session.ts'
import { checkList, type Lookup } from './check-list.ts'
import { hashesOf, singleContact } from './hash.ts'
import {
  findContact,
  findEntry,
  listEntries,
  readKey,
  removeEntry,
  suppress,
  suppressedSince,
} from './store.ts'

function mustBeContact(typed: string): ContactKey {
  const contact = singleContact(typed)
  if (!contact) throw new AppFailure('contactInvalid', {})
  return contact
}

/** The whole list by its hashes, as it stands when a check begins. */
function lookupOf(session: Session): Lookup {
  const key = session.query(readKey)
  if (!key) return () => undefined
  const since: ReadonlyMap<string, LocalDate> = session.query(suppressedSince)
  return (contact) =>
    hashesOf(key, contact)
      .map((hash) => since.get(hash))
      .find((on) => on !== undefined)
}

export const suppressionHandlers: Handlers<Pick<typeof engineContract, 'suppression'>, Session> = {
  'suppression.list': (session, { before, limit }) => session.query((db) => listEntries(db, before, limit)),
  'suppression.find': (session, { contact }) => {
    const key = mustBeContact(contact)
    return { entry: session.query((db) => findContact(db, key)) }
  },
  'suppression.add': (session, { contact }) => {
    const key = mustBeContact(contact)
    return session.command(({ db, today, officer, record, changed }) => {
      const about = { reason: 'manual', caseId: null, on: today, officer } as const
      const added = suppress(db, session.ports.random, [key], about)
      record('suppressed', null, { contacts: added })
      changed('suppression')
      return {}
    })
  },
  'suppression.remove': (session, { id, reason }) =>
    session.command(({ db, today, officer, record, changed }) => {
      const entry = findEntry(db, id)
      if (!entry) throw new AppFailure('suppressionUnknown', {})
      removeEntry(db, id, { on: today, officer, reason })
      record('unsuppressed', entry.caseId, { reason })
      changed('suppression', 'cases')
      return {}
    }),
  'suppression.checkList': async (session, { task, bytes, lang }) => {
    if (bytes.length > fileLimitsMiB.mailingList * 1_048_576) {
      throw new AppFailure('listTooLarge', { limitMiB: fileLimitsMiB.mailingList })
    }
    const lookup = lookupOf(session)
    const result = await session.tasks.run(task, (step) => checkList(bytes, lang, lookup, step))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    session.command(({ record }) =>
      record('listChecked', null, { rows: result.rows, suppressed: result.suppressed, sha256 }),
    )
    return result
  },
}
