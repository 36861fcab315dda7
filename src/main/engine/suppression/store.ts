import { contactKeys, type ContactKey } from '../../../core/identity/contact-key.ts'
import type { SuppressionEntry } from '../../../shared/contract/suppression.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Random } from '../ports.ts'
import { hashContact, hashesOf, keyLength } from './hash.ts'

const keyName = 'suppressionKey'

/**
 * The secret of the list, of this register alone: neither the passphrase nor the data key, so that it outlives a change
 * of both. Null while the list is empty.
 */
export function readKey(db: ReadableDb): Uint8Array | null {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', keyName)
  return row ? Buffer.from(row.value, 'base64') : null
}

function ensureKey(db: WritableDb, random: Random): Uint8Array {
  const known = readKey(db)
  if (known) return known
  const key = random.bytes(keyLength)
  db.run('INSERT INTO setting (name, value) VALUES (?, ?)', keyName, Buffer.from(key).toString('base64'))
  return key
}

export type Suppressing = {
  reason: SuppressionEntry['reason']
  caseId: CaseId | null
  on: LocalDate
  officer: string
}

/** Puts contacts into the list; one that is there stays as it is. Gives how many are new. */
export function suppress(
  db: WritableDb,
  random: Random,
  contacts: readonly ContactKey[],
  { reason, caseId, on, officer }: Suppressing,
): number {
  if (contacts.length === 0) return 0
  const key = ensureKey(db, random)
  let added = 0
  for (const contact of contacts) {
    const hash = hashContact(key, contact)
    if (findByHash(db, hash)) continue
    db.run(
      'INSERT INTO suppression (hash, type, reason, case_id, added_on, added_by) VALUES (?, ?, ?, ?, ?, ?)',
      hash,
      contact.type,
      reason,
      caseId,
      on,
      officer,
    )
    added += 1
  }
  return added
}

/** The contacts of an applicant that nothing is to be mailed to. */
export function contactsOf({ email, phone }: { email: string; phone: string }): ContactKey[] {
  return contactKeys(`${email} ; ${phone}`)
}

const columns = `s.id, s.type, s.reason, s.case_id AS caseId, c.number AS caseNumber, s.added_on AS addedOn,
  s.added_by AS addedBy`
const joined = 'suppression s LEFT JOIN cases c ON c.id = s.case_id'

function findByHash(db: ReadableDb, hash: string): SuppressionEntry | undefined {
  return db.get(`SELECT ${columns} FROM ${joined} WHERE s.hash = ? AND s.removed_on IS NULL`, hash)
}

export function findContact(db: ReadableDb, contact: ContactKey): SuppressionEntry | null {
  const key = readKey(db)
  for (const hash of key ? hashesOf(key, contact) : []) {
    const found = findByHash(db, hash)
    if (found) return found
  }
  return null
}

export function findEntry(db: ReadableDb, id: number): SuppressionEntry | undefined {
  return db.get(`SELECT ${columns} FROM ${joined} WHERE s.id = ? AND s.removed_on IS NULL`, id)
}

/** The first day of every entry by its hash. */
export function suppressedSince(db: ReadableDb): ReadonlyMap<string, LocalDate> {
  const rows = db.all<{ hash: string; on: LocalDate }>(
    'SELECT hash, added_on AS "on" FROM suppression WHERE removed_on IS NULL',
  )
  return new Map(rows.map(({ hash, on }) => [hash, on]))
}

/** A page of the list, the newest first. */
export function listEntries(
  db: ReadableDb,
  before: number | null,
  limit: number,
): { total: number; entries: SuppressionEntry[] } {
  return {
    total: db.get<{ n: number }>("SELECT n FROM list_count WHERE name = 'suppression'")?.n ?? 0,
    entries: db.all<SuppressionEntry>(
      `SELECT ${columns} FROM ${joined} WHERE s.removed_on IS NULL AND s.id < ? ORDER BY s.id DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ),
  }
}

export function removeEntry(
  db: WritableDb,
  id: number,
  { on, officer, reason }: { on: LocalDate; officer: string; reason: string },
): void {
  db.run(
    'UPDATE suppression SET removed_on = ?, removed_by = ?, removal_reason = ? WHERE id = ?',
    on,
    officer,
    reason,
    id,
  )
}
