import { type AuditAction, AuditDetails, type AuditEntry, disclosures } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Random } from '../ports.ts'
import { formOf, genesis, hashDetails, linkHash, type Link } from './chain.ts'
import { digestOfCase } from './content-store.ts'

export type StoredLink = Link & { hash: string }

export const linkColumns = `seq, at, actor, action, case_id AS caseId, details, hash, form, salt, details_hash AS detailsHash,
  case_digest AS caseDigest, sealed`
const saltBytes = 16

export type NewEntry = {
  at: string
  actor: string
  action: AuditAction
  caseId: CaseId | null
  details: AuditDetails
}

/** The last link; undefined before the first. */
export function lastLink(db: ReadableDb): { seq: number; hash: string; at: string } | undefined {
  return db.get('SELECT seq, hash, at FROM audit ORDER BY seq DESC LIMIT 1')
}

/** When a server last took a mailed head. */
export function headMailedAt(db: ReadableDb): string | null {
  const sql = `SELECT at FROM audit WHERE action = 'headSent' AND details ->> 'outcome' = 'sent' ORDER BY seq DESC LIMIT 1`
  return db.get<{ at: string }>(sql)?.at ?? null
}

/**
 * Appends what a deed recorded, at its end and in its transaction. The last entry of a case carries the state in which
 * the deed leaves it; what merely discloses leaves it as it was. `sealed`, what `sealTouched` gave, goes with the last.
 */
export function appendEntries(
  db: WritableDb,
  random: Random,
  entries: readonly NewEntry[],
  sealed: string | null = null,
): void {
  const last = lastLink(db)
  let seq = last?.seq ?? 0
  let previous = last?.hash ?? genesis
  const lastOf = new Map(entries.map(({ caseId }, index) => [caseId, index]))
  for (const [index, entry] of entries.entries()) {
    seq += 1
    const { caseId } = entry
    const seals = caseId !== null && lastOf.get(caseId) === index && !disclosures.has(entry.action)
    const link = linkOf(seq, entry, random, {
      caseDigest: seals ? digestOfCase(db, caseId) : null,
      sealed: index === entries.length - 1 ? sealed : null,
    })
    previous = linkHash(previous, link)
    insertLink(db, { ...link, hash: previous })
  }
}

function linkOf(
  seq: number,
  entry: NewEntry,
  random: Random,
  { caseDigest, sealed }: Pick<Link, 'caseDigest' | 'sealed'>,
): Link {
  const details = JSON.stringify(entry.details)
  const salt = Buffer.from(random.bytes(saltBytes)).toString('base64')
  return {
    ...entry,
    seq,
    details,
    form: formOf(sealed),
    salt,
    detailsHash: hashDetails(salt, details),
    caseDigest,
    sealed,
  }
}

function insertLink(db: WritableDb, link: StoredLink): void {
  db.run(
    `INSERT INTO audit (seq, at, actor, action, case_id, details, hash, form, salt, details_hash, case_digest,
       sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    link.seq,
    link.at,
    link.actor,
    link.action,
    link.caseId,
    link.details,
    link.hash,
    link.form,
    link.salt,
    link.detailsHash,
    link.caseDigest,
    link.sealed,
  )
}

/** What an entry tells; nothing once its details were erased. */
export function entryOf(link: Link): AuditEntry {
  return {
    seq: link.seq,
    at: link.at,
    actor: link.actor,
    action: link.action as AuditAction,
    caseId: link.caseId as CaseId | null,
    details: link.details === '' ? {} : AuditDetails.parse(JSON.parse(link.details)),
    erased: link.details === '',
  }
}

const quiet = [...disclosures].map((action) => `'${action}'`).join(', ')

/** What was done in a case, oldest first; who merely looked stands in the whole record. */
export function entriesOfCase(db: ReadableDb, caseId: CaseId): AuditEntry[] {
  return db
    .all<StoredLink>(
      `SELECT ${linkColumns} FROM audit WHERE case_id = ? AND action NOT IN (${quiet}, 'caseSealed') ORDER BY seq`,
      caseId,
    )
    .map(entryOf)
}

/** Links after a place in the chain, oldest first. */
export function linksAfter(db: ReadableDb, seq: number, limit: number): StoredLink[] {
  return db.all<StoredLink>(`SELECT ${linkColumns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
}

export function linkAt(db: ReadableDb, seq: number): StoredLink | undefined {
  return db.get<StoredLink>(`SELECT ${linkColumns} FROM audit WHERE seq = ?`, seq)
}

/** The state in which the last deed left a case; undefined where none has recorded it yet. */
export function recordedDigest(db: ReadableDb, caseId: CaseId): { seq: number; digest: string } | undefined {
  return db.get(
    `SELECT seq, case_digest AS digest FROM audit WHERE case_id = ? AND case_digest IS NOT NULL
     ORDER BY seq DESC LIMIT 1`,
    caseId,
  )
}
