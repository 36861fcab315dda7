import { personKeys } from '../../../core/identity/person-keys.ts'
import type { RelatedCase, RelationType, SimilarCase } from '../../../shared/contract/relations.ts'
import type { CaseKind } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export function writeRelation(
  db: WritableDb,
  relation: { id: CaseId; otherId: CaseId; type: RelationType; officer: string; at: string },
): void {
  removeRelation(db, relation.id, relation.otherId)
  db.run(
    'INSERT INTO case_relation (case_id, other_id, type, officer, at) VALUES (?, ?, ?, ?, ?)',
    relation.id,
    relation.otherId,
    relation.type,
    relation.officer,
    relation.at,
  )
}

/** How two cases are linked, whichever is the later; undefined where they are not. */
export function relationBetween(db: ReadableDb, one: CaseId, other: CaseId): RelationType | undefined {
  return db.get<{ type: RelationType }>(
    'SELECT type FROM case_relation WHERE (case_id = ? AND other_id = ?) OR (case_id = ? AND other_id = ?)',
    one,
    other,
    other,
    one,
  )?.type
}

/** Whichever of the two is the later. */
export function removeRelation(db: WritableDb, one: CaseId, other: CaseId): void {
  db.run(
    'DELETE FROM case_relation WHERE (case_id = ? AND other_id = ?) OR (case_id = ? AND other_id = ?)',
    one,
    other,
    other,
    one,
  )
}

export function relatedCases(db: ReadableDb, id: CaseId): RelatedCase[] {
  const columns = 'c.id, c.number, c.kind, c.status, c.received_on AS receivedOn, r.type'
  return db
    .all<Omit<RelatedCase, 'isLater'> & { isLater: number }>(
      `SELECT ${columns}, 1 AS isLater FROM case_relation r JOIN cases c ON c.id = r.other_id WHERE r.case_id = ?
       UNION ALL
       SELECT ${columns}, 0 FROM case_relation r JOIN cases c ON c.id = r.case_id WHERE r.other_id = ?`,
      id,
      id,
    )
    .map((row) => ({ ...row, isLater: row.isLater === 1 }))
}

export function findByNumber(db: ReadableDb, number: string): CaseId | undefined {
  return db.get<{ id: CaseId }>('SELECT id FROM cases WHERE number = ?', number.toUpperCase())?.id
}

type Known = Parameters<typeof personKeys>[0]
type Row = Omit<SimilarCase, 'sameKind' | 'same'>

const columns = `c.id, c.number, c.kind, c.status, c.received_on AS receivedOn,
  trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName`

/** What is compared, the surest first. */
const keyColumns = { iin: 'iin', email: 'email_key', phone: 'phone_key', name: 'name_key' } as const
const sames = ['iin', 'email', 'phone', 'name'] as const satisfies SimilarCase['same'][]

const most = 10
/** Of the many who share a frequent name, the newest are looked at. */
const namesakes = 200

/** Open cases of who may be the same person: by IIN, e-mail, telephone, or the whole name. */
export function similarCases(
  db: ReadableDb,
  { kind, applicant }: { kind: CaseKind | null; applicant: Known },
): SimilarCase[] {
  const keys = personKeys(applicant)
  const cases = new Map<CaseId, SimilarCase>()
  for (const same of sames) {
    const rows = keys[same] === '' ? [] : openCasesBy(db, keyColumns[same], keys[same])
    for (const row of rows) {
      if (!cases.has(row.id)) cases.set(row.id, { ...row, same, sameKind: row.kind === kind })
    }
  }
  return [...cases.values()].toSorted((a, b) => Number(b.sameKind) - Number(a.sameKind)).slice(0, most)
}

function openCasesBy(db: ReadableDb, column: string, key: string): Row[] {
  return db.all<Row>(
    `SELECT ${columns} FROM (
       SELECT id FROM person WHERE ${column} = ? AND ${column} <> '' ORDER BY id DESC LIMIT ${namesakes}
     ) known CROSS JOIN cases c ON c.person_id = known.id CROSS JOIN person p ON p.id = known.id
     WHERE c.status <> 'closed' ORDER BY c.id DESC LIMIT ${most}`,
    key,
  )
}

/** Whether two cases may be of one person, by any of what is compared. */
export function isSamePerson(one: Known, other: Known): boolean {
  const [a, b] = [personKeys(one), personKeys(other)]
  return sames.some((same) => a[same] !== '' && a[same] === b[same])
}
