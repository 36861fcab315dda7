import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import { readSeals, unlikeTheirSeal, unsealedRows, type Recorded, type RowFault } from './row-seals-store.ts'
import { sealedTables } from './sealed-tables.ts'

/** As much as one other call has to wait for: some 5 ms. */
const linkChunk = 500
const rowChunk = 300
const fileChunk = 10

/** Every row that was sealed is as it was left, and none is there that nothing sealed. Work may go on meanwhile. */
export async function verifyRows(
  session: Pick<Session, 'query'>,
  step: () => Promise<void>,
): Promise<RowFault[]> {
  const known = new Map<string, Recorded>()
  let last = 0
  const readOn = (db: ReadableDb): boolean => {
    const read = readSeals(db, known, last, linkChunk)
    last = read ?? last
    return read !== null
  }
  while (session.query(readOn)) await step()
  if (known.size === 0) return []
  /** What was sealed since counts, too. */
  const look = <T>(work: (db: ReadableDb) => T): T =>
    session.query((db) => {
      while (readOn(db));
      return work(db)
    })

  const faults: RowFault[] = []
  for (const rows of inChunks(known.values())) {
    faults.push(...look((db) => unlikeTheirSeal(db, rows)))
    await step()
  }
  for (const { table, file } of sealedTables) {
    for (let after: string | number | null | undefined; after !== null;) {
      const from = { after: after ?? null, limit: file ? fileChunk : rowChunk }
      const found = look((db) => unsealedRows(db, table, known, from))
      faults.push(...found.faults)
      after = found.last
      await step()
    }
  }
  return faults
}

function* inChunks<T>(all: Iterable<T>): Generator<T[]> {
  let chunk: T[] = []
  for (const one of all) {
    chunk.push(one)
    if (chunk.length < rowChunk) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
