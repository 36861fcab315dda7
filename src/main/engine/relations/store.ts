import { phoneKey } from '../../../core/identity/contact-key.ts'
import type { RelatedCase, RelationType, SimilarCase } from '../../../shared/contract/relations.ts'
import type { Applicant, CaseKind } from '../../../shared/model/case.ts'
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

type Known = Pick<Applicant, 'familyName' | 'givenName' | 'iin' | 'email' | 'phone'>
type Row = Omit<SimilarCase, 'sameKind' | 'same'>

const columns = `c.id, c.number, c.kind, c.status, c.received_on AS receivedOn,
  trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName`

const most = 10
/** Of the many who share a frequent name, the newest are looked at. */
const namesakes = 200

/** Open cases of who may be the same person: by IIN, e-mail, telephone, or the whole name. */
export function similarCases(
  db: ReadableDb,
  { kind, applicant }: { kind: CaseKind | null; applicant: Known },
): SimilarCase[] {
  const by = (condition: string, ...values: string[]): Row[] =>
    db.all<Row>(
      `SELECT ${columns} FROM (SELECT * FROM person p WHERE ${condition} ORDER BY id DESC LIMIT ${namesakes}) p
       JOIN cases c ON c.person_id = p.id
       WHERE c.status <> 'closed' ORDER BY c.id DESC LIMIT ${most}`,
      ...values,
    )
  const { iin, email, phone, familyName, givenName } = applicant
  const found: [SimilarCase['same'], Row[]][] = [
    ['iin', iin.length === 12 ? by("p.iin = ? AND p.iin <> ''", iin) : []],
    ['email', email.includes('@') ? by("p.email = ? AND p.email <> ''", email.trim()) : []],
    ['phone', phonesLike(phone).flatMap((number) => by("p.phone = ? AND p.phone <> ''", number))],
    [
      'name',
      familyName !== '' && givenName !== ''
        ? by("p.family_name = ? AND p.given_name = ? AND p.family_name <> ''", familyName, givenName)
        : [],
    ],
  ]
  const cases = new Map<CaseId, SimilarCase>()
  for (const [same, rows] of found) {
    for (const row of rows) {
      if (!cases.has(row.id)) cases.set(row.id, { ...row, same, sameKind: row.kind === kind })
    }
  }
  return [...cases.values()].toSorted((a, b) => Number(b.sameKind) - Number(a.sameKind)).slice(0, most)
}

/** A number as it was typed, and as others may have typed it. */
function phonesLike(typed: string): string[] {
  const key = phoneKey(typed)
  if (key === null) return []
  const local = /^77\d{9}$/.test(key) ? key.slice(1) : null
  return [...new Set([typed.trim(), key, `+${key}`, ...(local ? [`8${local}`, local] : [])])]
}
