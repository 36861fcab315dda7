import { createHash } from 'node:crypto'

/** One link as it is hashed: `details` is the stored JSON text, to the letter. */
export type Link = {
  seq: number
  at: string
  actor: string
  action: string
  caseId: number | null
  details: string
}

/** What the first link is chained to. */
export const genesis = '0'.repeat(64)

/** SHA-256 over the hash before and the link itself, as 64 hexadecimal digits. */
export function linkHash(previousHash: string, link: Link): string {
  const text = JSON.stringify([
    previousHash,
    link.seq,
    link.at,
    link.actor,
    link.action,
    link.caseId,
    link.details,
  ])
  return createHash('sha256').update(text).digest('hex')
}
