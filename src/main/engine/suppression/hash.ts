import { createHmac } from 'node:crypto'
import { contactKeys, type ContactKey } from '../../../core/identity/contact-key.ts'

/** Length of the key of the list, in bytes. */
export const keyLength = 32

/** HMAC-SHA256 of a contact under the key of this register, as 64 hexadecimal digits. */
export function hashContact(key: Uint8Array, { type, key: text }: ContactKey): string {
  return createHmac('sha256', key).update(`${type}:${text}`).digest('hex')
}

/** As what a contact may stand in the list: a number that was typed with 00 was kept with it by older programs. */
export function hashesOf(key: Uint8Array, { type, key: text }: ContactKey): string[] {
  const written = type === 'phone' ? [text, `00${text}`] : [text]
  return written.map((one) => hashContact(key, { type, key: one }))
}

/** The one address or number that was typed; null: it is neither, or more than one. */
export function singleContact(typed: string): ContactKey | null {
  const found = contactKeys(typed)
  return found.length === 1 ? (found[0] ?? null) : null
}
