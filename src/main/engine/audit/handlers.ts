import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import { genesis, linkHash } from './chain.ts'
import { linksAfter } from './store.ts'

const chunk = 500

/** Walks the whole chain in chunks, so that other calls are answered meanwhile. */
async function verifyChain(
  db: ReadableDb,
): Promise<{ entries: number; brokenAt: number | null; head: string }> {
  let head = genesis
  let entries = 0
  for (;;) {
    const links = linksAfter(db, entries, chunk)
    for (const link of links) {
      if (link.seq !== entries + 1 || linkHash(head, link) !== link.hash) {
        return { entries, brokenAt: entries + 1, head }
      }
      head = link.hash
      entries += 1
    }
    if (links.length < chunk) return { entries, brokenAt: null, head }
    await new Promise(setImmediate)
  }
}

export const auditHandlers: Handlers<Pick<typeof engineContract, 'audit'>, Session> = {
  'audit.verify': (session) => session.query(verifyChain),
}
