/** Digits of a password: 80 bits of chance, that can be read out over the telephone in any language. */
const length = 24
const groupLength = 4

/** Bytes of chance to ask for; a few of them are passed over, so that every digit is as likely as another. */
export const passwordBytes = 64

/** The password of an encrypted file, in groups as it is shown and typed: `1234-5678-…`. */
export function makePassword(random: Uint8Array): string {
  const digits = [...random].filter((byte) => byte < 250).map((byte) => byte % 10)
  if (digits.length < length) throw new Error('too little chance')
  const groups = digits
    .slice(0, length)
    .join('')
    .match(new RegExp(`.{${groupLength}}`, 'g'))
  return (groups ?? []).join('-')
}
