import { hash } from 'node:crypto'

/**
 * One link as it is stored. Of form 1 the hash covers the details as they stand. Of form 2 it covers their salted hash,
 * so that details and salt can be erased and the chain still holds: `salt` null means that they were. `caseDigest` is the
 * state in which the deed left its case. Of form 3 it covers `sealed`, too: the rows besides that the deed changed.
 */
export type Link = {
  seq: number
  at: string
  actor: string
  action: string
  caseId: number | null
  /** The stored JSON text, to the letter. */
  details: string
  form: number
  salt: string | null
  detailsHash: string | null
  caseDigest: string | null
  /** What `row-seals-store.ts` sealed, to the letter. */
  sealed: string | null
}

/** What the first link is chained to. */
export const genesis = '0'.repeat(64)

/** What a new link is written in. */
export const formOf = (sealed: string | null): number => (sealed === null ? 2 : 3)

/** Without the salt nobody can try which name or address the hash was made of. */
export function hashDetails(salt: string, details: string): string {
  return hash('sha256', salt + details)
}

/** SHA-256 over the hash before and the link itself, as 64 hexadecimal digits. */
export function linkHash(previousHash: string, link: Link): string {
  const { form, seq, at, actor, action, caseId } = link
  const said =
    form === 1
      ? [previousHash, seq, at, actor, action, caseId, link.details]
      : [previousHash, form, seq, at, actor, action, caseId, link.detailsHash, link.caseDigest]
  return hash('sha256', JSON.stringify(form === 3 ? [...said, link.sealed] : said))
}

/** Whether the details are those that were recorded, or were erased as a whole. */
export function detailsHold({ form, salt, details, detailsHash }: Link): boolean {
  if (form === 1) return true
  return salt === null ? details === '' : hashDetails(salt, details) === detailsHash
}
