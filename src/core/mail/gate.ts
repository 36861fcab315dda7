import { fail, ok, type Result } from '../../shared/errors.ts'

/** What is known of a letter and its person before it is sent by e-mail. */
export type Gate = {
  /** The address of the case; empty where it has none. */
  known: string
  /** The letter tells of data that are held of the person. */
  discloses: boolean
  identityVerified: boolean
}

/** What the officer says of the sending. */
export type GateAnswer = {
  to: string
  /** She looked twice at an address that is not the one of the case. */
  addressChecked: boolean
  /** Why data go to somebody whose identity was not verified; empty: no reason was given. */
  unverifiedReason: string
}

/** Whether two addresses name the same mailbox. Nobody tells mailboxes apart by capitals, though RFC 5321 would allow it. */
export function sameAddress(one: string, other: string): boolean {
  const plain = (address: string): string => address.trim().normalize('NFC').toLowerCase()
  return plain(one) === plain(other)
}

/** The last gate before the outbox. Refuses with `recipientDiffers` or `identityNotVerified`. */
export function judgeSending(gate: Gate, answer: GateAnswer): Result<null> {
  if (!sameAddress(gate.known, answer.to) && !answer.addressChecked) return fail('recipientDiffers', {})
  return judgeDisclosure(gate, answer.unverifiedReason)
}

/** Data go to nobody whose identity is not verified, unless a reason is given. Refuses with `identityNotVerified`. */
export function judgeDisclosure(
  gate: Pick<Gate, 'discloses' | 'identityVerified'>,
  unverifiedReason: string,
): Result<null> {
  return isUnproved(gate) && unverifiedReason.trim() === '' ? fail('identityNotVerified', {}) : ok(null)
}

export function isUnproved({
  discloses,
  identityVerified,
}: Pick<Gate, 'discloses' | 'identityVerified'>): boolean {
  return discloses && !identityVerified
}
