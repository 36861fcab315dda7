import { linksOfCase, type NumberedLink } from '../audit/list-store.ts'
import { genesis } from '../audit/chain.ts'
import { lastLink, linksAfter, type StoredLink } from '../audit/store.ts'
import type { ReadableDb } from '../db/db.ts'
import type { EvidenceCase } from './store.ts'

/** A link that others can check. Without `details` it tells only that, when and by whom something was done. */
type ShownLink = Omit<StoredLink, 'details' | 'salt'> & { details?: string; salt?: string }
/** A stretch of the chain that is left out, by the hash at its end. Nothing before it is tied to the head any more. */
type Gap = { upTo: number; hash: string }

export type Extract = {
  genesis: string
  head: { seq: number; hash: string; at: string }
  links: (ShownLink | Gap)[]
}

/** How many links are read at once. */
const stretch = 2_000

/**
 * The entries of cases in full, and the links between them without their details, so that the whole can be chained anew.
 * One read of the register at one moment.
 */
export function extractRecord(db: ReadableDb, cases: readonly EvidenceCase[]): Extract {
  const head = lastLink(db)
  if (!head) throw new Error('a register has a first entry')
  const own = cases.flatMap((one) => linksOfCase(db, one)).toSorted((a, b) => a.seq - b.seq)
  const links: Extract['links'] = []
  let last = 0
  for (const link of own) {
    addBetween(links, db, last, link.seq - 1)
    links.push(shown(link))
    last = link.seq
  }
  addBetween(links, db, last, head.seq)
  return { genesis, head, links }
}

/** The links after a place up to another: all of them, else what was shown before them would prove nothing. */
function addBetween(links: Extract['links'], db: ReadableDb, after: number, upTo: number): void {
  for (let last = after; last < upTo; last += stretch)
    for (const link of linksAfter(db, last, Math.min(stretch, upTo - last))) links.push(blinded(link))
}

function shown({ caseNumber: _number, ...stored }: NumberedLink): ShownLink | Gap {
  const { details, salt, ...link } = stored
  // The old form covered the details as they stood: without them it can't be checked.
  if (link.form === 1) return details === '' ? blinded(stored) : { ...link, details }
  // Erased with its case: what it told is gone, that it was told still holds.
  return salt === null ? link : { ...link, details, salt }
}

/** A link of the old form can't be checked without its details, which are nobody's business here. */
function blinded({ details: _details, salt: _salt, ...link }: StoredLink): ShownLink | Gap {
  return link.form === 1 ? { upTo: link.seq, hash: link.hash } : link
}
