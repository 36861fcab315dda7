import type { Output } from '../../../shared/contract/index.ts'
import type { SavedHead } from '../../../shared/model/audit.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import { detailsHold, genesis, linkHash } from './chain.ts'
import { casesAfter, isDestroyed, lastRecordedCase, lostCases, unlikeTheirHash } from './content-store.ts'
import { hasStaleSeals, isAsRecorded } from './seal-store.ts'
import { verifyRows } from './verify-rows.ts'
import { lastLink, linkAt, linksAfter, recordedDigest, type StoredLink } from './store.ts'

type Finding = Output<'audit.verify'>
export type Fault = Finding['faults'][number]
type Step = (done: number, total: number) => Promise<void>

/** As many links as one other call has to wait for: some 5 ms. */
const linkChunk = 500
const caseChunk = 20
const lostChunk = 500
const mostFaults = 100

/**
 * Whether the record is whole, and whether the register says what its record says it does: every link after the other;
 * every case in the state in which its last deed left it; every letter, file and message of the bytes that were hashed;
 * every row of `sealed-tables.ts` as it was sealed.
 */
export async function verifyRegister(
  session: Session,
  saved: SavedHead | null,
  step: Step,
): Promise<Finding> {
  const total = session.query((db) => lastLink(db)?.seq ?? 0)
  const chain = await verifyChain(session, (done) => step(done, total))
  const go = (): Promise<void> => step(total, total)
  const contents = await verifyContents(session, go)
  const faults = [...contents.faults, ...(await verifyRows(session, go))].slice(0, mostFaults)
  return {
    ...chain,
    ...contents,
    faults,
    saved: saved && session.query((db) => compareHead(db, saved, chain)),
  }
}

/** Walks the whole chain in chunks, so that other calls are answered meanwhile. */
export async function verifyChain(
  session: Pick<Session, 'query'>,
  step: (done: number) => Promise<void>,
): Promise<Pick<Finding, 'entries' | 'brokenAt' | 'head'>> {
  let head = genesis
  let entries = 0
  const isDestroyedCase = destroyedCases(session)
  for (;;) {
    const links = session.query((db) => linksAfter(db, entries, linkChunk))
    for (const link of links) {
      if (link.seq !== entries + 1 || !isGenuine(head, link, isDestroyedCase)) {
        return { entries, brokenAt: entries + 1, head }
      }
      head = link.hash
      entries += 1
    }
    if (links.length < linkChunk) return { entries, brokenAt: null, head }
    await step(entries)
  }
}

/** Whether a deed of the chain destroyed a case; asked once of each. */
function destroyedCases(session: Pick<Session, 'query'>): (id: number) => boolean {
  const known = new Map<number, boolean>()
  return (id) => {
    const found = known.get(id) ?? session.query((db) => isDestroyed(db, id))
    known.set(id, found)
    return found
  }
}

/**
 * That details are gone is believed of a destroyed case alone. A link of the old form covered them as they stood, and can't
 * be computed anew without: that the next link holds its hash is all that is left of its proof.
 */
function isGenuine(previous: string, link: StoredLink, isDestroyedCase: (id: number) => boolean): boolean {
  const { form, details, caseId } = link
  const isErased = details === ''
  if (isErased && (caseId === null || !isDestroyedCase(caseId))) return false
  if (isErased && form === 1) return true
  return linkHash(previous, link) === link.hash && detailsHold(link)
}

async function findLostCases(session: Session, step: () => Promise<void>): Promise<Fault[]> {
  const faults: Fault[] = []
  const until = session.query(lastRecordedCase)
  for (let after = 0; after < until; after += lostChunk) {
    faults.push(...session.query((db) => lostCases(db, after, lostChunk)))
    await step()
  }
  return faults
}

async function verifyContents(
  session: Session,
  step: () => Promise<void>,
): Promise<Pick<Finding, 'cases' | 'unsealed' | 'faults'>> {
  const faults = await findLostCases(session, step)
  // Of an older program; else a case that nothing recorded was put there by something else.
  const mayBeUnsealed = session.query(hasStaleSeals)
  let [cases, unsealed, last] = [0, 0, 0]
  for (;;) {
    const chunk = session.query((db) => casesAfter(db, last, caseChunk))
    for (const { id, number } of chunk) {
      const recorded = session.query((db) => recordedDigest(db, id))
      const isGenuineCase = recorded
        ? session.query((db) => isAsRecorded(db, id, recorded.digest))
        : mayBeUnsealed
      if (!recorded && mayBeUnsealed) unsealed += 1
      if (!isGenuineCase) faults.push({ kind: 'case', caseId: id, name: number, seq: recorded?.seq ?? null })
      faults.push(...session.query((db) => unlikeTheirHash(db, id)))
      last = id
    }
    cases += chunk.length
    if (chunk.length < caseChunk) break
    await step()
  }
  return { cases, unsealed, faults }
}

/** A head that was saved elsewhere is still in the chain, or the record was written anew since. */
function compareHead(
  db: ReadableDb,
  { seq, hash }: SavedHead,
  { entries }: Pick<Finding, 'entries'>,
): 'holds' | 'rewritten' | 'broken' {
  const link = linkAt(db, seq)
  if (link?.hash !== hash) return 'rewritten'
  return seq <= entries ? 'holds' : 'broken'
}
