import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'
import { wayTo, type Asked, type Order, type Way } from './list-way-store.ts'

/**
 * How the cases that a search finds are read in an order: `index`, out of the index of words, and then sorted, unless as
 * they were registered; `set`, each case in that order looked up in the set of all that are found; `look`, each looked for
 * in the index of words until the page is full.
 */
export type FoundWay = Way & { found: { by: 'index' | 'set' | 'look'; match: string } }

/** So many found cases are sorted as fast as the order is walked. */
const sortable = 2_000

/** To look for a case in the index of words takes as long as to put so many found ones into a set; measured. */
const lookCost = 150

/** The way that is soonest at a full page of what `match` finds. */
export function wayToFound(
  db: ReadableDb,
  asked: Asked,
  { match, order }: { match: string; order: Order },
  today: LocalDate,
): FoundWay {
  const outOfIndex = { ...wordIndex, found: { by: 'index', match } } as const
  if (order === 'newest') return outOfIndex
  const { n, upTo } = countOldest(db, match)
  if (n <= sortable) return outOfIndex
  const way = wayTo(db, asked, order, today)
  // The oldest tell how common it is among all.
  const common = n / upTo
  const newest = db.get<{ id: number }>('SELECT max(id) AS id FROM cases')?.id ?? 0
  const looks = Math.min(way.most, asked.limit / common)
  return { ...way, found: { by: looks * lookCost < common * newest ? 'look' : 'set', match } }
}

/** All that is found, in no order but that of the register. */
export const wordIndex: Way = {
  from: 'case_search s CROSS JOIN cases c ON c.id = s.rowid',
  facets: 'c',
  most: Infinity,
}

/** How many are found among the oldest cases, and the last of these; no more than are sorted, and one. */
function countOldest(db: ReadableDb, match: string): { n: number; upTo: number } {
  const sql = `SELECT count(*) AS n, max(rowid) AS upTo FROM
    (SELECT rowid FROM case_search WHERE case_search MATCH ? LIMIT ?)`
  return db.get(sql, match, sortable + 1) ?? { n: 0, upTo: 0 }
}
