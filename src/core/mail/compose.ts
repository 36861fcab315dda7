/** The pure parts of an outgoing message: what may stand in a header, and where a mail may be sent. */

const maxAddressLength = 254
const localPart = /^[\w\p{L}\p{M}\p{N}!#$%&'*+/=?^`{|}~-]+(\.[\w\p{L}\p{M}\p{N}!#$%&'*+/=?^`{|}~-]+)*$/u
const domainLabel = /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u
const topLabel = /\p{L}/u
const breaks = /[\p{Cc}\u2028\u2029]+/gu
const invisible = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * Whether a mail can be sent to the address: one bare mailbox, a domain of at least two labels after it, national
 * letters allowed on both sides of the `@` (RFC 5321 section 4.1.2, RFC 6531, RFC 5890).
 */
export function isSendable(address: string): boolean {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const labels = address.slice(at + 1).split('.')
  return (
    at > 0 &&
    octetsOf(address) <= maxAddressLength &&
    octetsOf(local) <= 64 &&
    localPart.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label)) &&
    topLabel.test(labels.at(-1) ?? '')
  )
}

/** Length in UTF-8. */
function octetsOf(text: string): number {
  const lengthOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4)
  return Array.from(text).reduce((sum, letter) => sum + lengthOf(letter.codePointAt(0) ?? 0), 0)
}

/** One line without control characters, so that no text can begin a header of its own (RFC 5322 section 2.2). */
export function singleLine(text: string): string {
  return text.replace(breaks, ' ').replace(invisible, '').replace(/ {2,}/g, ' ').trim()
}

/**
 * A `Message-ID` with its angle brackets (RFC 5322 section 3.6.4): random bytes, at least 16, before the domain of
 * the sender's own address.
 */
export function createMessageId(random: Uint8Array, fromAddress: string): string {
  const unique = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1)
  return `<${unique}@${/^[a-z\d.-]+$/i.test(domain) ? domain.toLowerCase() : 'mail.invalid'}>`
}

const mostReferences = 20

/**
 * What `References` of an answer names: what the applicant's own message answered, then that message
 * (RFC 5322 section 3.6.4). `head`: the message's beginning as text; empty where it is not kept.
 */
export function referencesOf(head: string, messageId: string): string[] {
  const headers = head.split(/\r?\n\r?\n/, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  const earlier = /^references:(.*)$/im.exec(headers)?.[1]?.match(/<[!-;=?-~]{3,900}>/g) ?? []
  const others = earlier.filter((id) => id !== messageId)
  return [...others.slice(-mostReferences), messageId]
}

/** The applicant's `Message-ID` as `In-Reply-To` may repeat it; null where it is missing or no message id. */
export function replyReference(messageId: string | null): string | null {
  const found = messageId === null ? null : /<[!-;=?-~]{3,900}>/.exec(messageId)
  return found?.[0] ?? null
}
