import { LocalDate } from '../../shared/model/local-date.ts'
import { Sha256 } from '../../shared/model/ids.ts'

/** What the QR code of a letter says: which letter it is, and the SHA-256 of its content (`content.ts`). */
export type CheckCode = { number: string; date: LocalDate; sha256: Sha256 }

/**
 * `ZHAUAP:1:<number>:<date>:<SHA-256>`; 1 is the version of this form. In capitals, which a QR code holds in fewer
 * modules (ISO/IEC 18004, alphanumeric mode).
 */
export function writeCheckCode({ number, date, sha256 }: CheckCode): string {
  return ['ZHAUAP', '1', number, date, sha256.toUpperCase()].join(':')
}

const form = /^ZHAUAP:1:([^:]{1,60}):(\d{4}-\d{2}-\d{2}):([0-9a-f]{64})$/i

/** Reads what a camera or a hand gave, with whatever white space in it; null when it is no such code. */
export function readCheckCode(text: string): CheckCode | null {
  const found = form.exec(text.replace(/\s+/gu, ''))
  const date = LocalDate.safeParse(found?.[2])
  const sha256 = Sha256.safeParse(found?.[3]?.toLowerCase())
  if (found?.[1] === undefined || !date.success || !sha256.success) return null
  return { number: found[1], date: date.data, sha256: sha256.data }
}
