/** A contact in the one form in which it is compared and hashed. */
export type ContactKey = { type: 'email' | 'phone'; key: string }

/** Longest part of a text that can be one address. */
const email = /[^\s<>()[\],;:"'«»]+@[^\s<>()[\],;:"'«»@]+\.[^\s<>()[\],;:"'«»@.]{2,}/gu
/**
 * A number as people write it: at least ten digits, with the usual signs between. One of Kazakhstan ends where its digits
 * are full, so that two with a mere space between them are two.
 */
const phone =
  /7\d{9}(?!\d)|(?:(?:\+|00[\s\u00a0().-]{0,3})?7|8)[\s\u00a0().-]{0,3}7(?:[\s\u00a0().-]{0,3}\d){9}(?!\d)|\+?\d(?:[\s\u00a0().-]{0,3}\d){9,14}/gu
/** Marks nobody sees must not make an address another one. */
const unseen = /[\p{Cf}\u00ad]/gu

/** An e-mail address: composed, in lower case, without a dot at the end. Names of hosts are left as they are written. */
export function emailKey(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase().replace(/\.+$/, '')
}

/**
 * A telephone number as its digits. Numbers of Kazakhstan are one however they are written: +7, 00 7, 8, or ten digits.
 * Null where it can't be a number.
 */
export function phoneKey(number: string): string | null {
  const normal = number.normalize('NFKC')
  const typed = normal.replace(/\D/g, '')
  // From abroad the sign of a country's code is dialled as 00.
  const digits = typed.replace(/^00(?=\d{10})/, '')
  if (/^[78]7\d{9}$/.test(digits)) return `7${digits.slice(1)}`
  const hasCode = digits !== typed || normal.trim().startsWith('+')
  if (/^7\d{9}$/.test(digits) && !hasCode) return `7${digits}`
  return digits.length >= 10 && digits.length <= 15 ? digits : null
}

/** Every address and number that stands in a text, in the form in which they are compared. */
export function contactKeys(text: string): ContactKey[] {
  const normal = text.normalize('NFKC').replace(unseen, '')
  const addresses = [...normal.matchAll(email)].map(([found]): ContactKey => ({
    type: 'email',
    key: emailKey(found),
  }))
  const numbers = [...normal.replace(email, ' ').matchAll(phone)].flatMap(([found]): ContactKey[] => {
    const key = phoneKey(found)
    return key === null ? [] : [{ type: 'phone', key }]
  })
  return [...addresses, ...numbers]
}
