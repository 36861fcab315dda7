import { createCipheriv, createDecipheriv } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import type { Random } from '../ports.ts'

const dataKeyBytes = 32
const nonceBytes = 12
const tagBytes = 16

const Kdf = z.object({
  name: z.literal('argon2id'),
  memoryKiB: z.number().int().min(8_192).max(4_194_304),
  passes: z.number().int().min(1).max(64),
  lanes: z.number().int().min(1).max(16),
  salt: z.base64(),
})
type Kdf = z.infer<typeof Kdf>

/** One way to the data key. Other kinds of slot (recovery code, keychain) join this list. */
const PassphraseSlot = z.object({
  id: z.string().min(1),
  kind: z.literal('passphrase'),
  kdf: Kdf,
  /** AES-256-GCM: 12 bytes nonce, 32 bytes data key, 16 bytes tag: 60 bytes, 80 characters of Base64. */
  wrapped: z.base64().length(80),
})
export type PassphraseSlot = z.infer<typeof PassphraseSlot>

/** `keys.json` of a vault. It holds no personal data and no secret that opens anything by itself. */
export const KeyFile = z.object({
  format: z.literal('zhauap-keys'),
  version: z.literal(1),
  cipher: z.literal('sqlcipher-4'),
  slots: z.array(PassphraseSlot).min(1),
})
export type KeyFile = z.infer<typeof KeyFile>

/** Cost of the key derivation: RFC 9106's second choice (64 MiB, 3 passes), one lane since WASM has one. */
export const defaultCost = { memoryKiB: 65_536, passes: 3, lanes: 1 }
export type KdfCost = typeof defaultCost

export function newDataKey(random: Random): Uint8Array {
  return random.bytes(dataKeyBytes)
}

/** Wraps the data key by a key that Argon2id derives from the passphrase. */
export async function sealSlot(
  dataKey: Uint8Array,
  passphrase: string,
  random: Random,
  cost: KdfCost,
): Promise<PassphraseSlot> {
  const id = Buffer.from(random.bytes(8)).toString('hex')
  const kdf: Kdf = { name: 'argon2id', ...cost, salt: Buffer.from(random.bytes(16)).toString('base64') }
  const key = await deriveKey(passphrase, kdf)
  const nonce = random.bytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(id))
  const sealed = Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return { id, kind: 'passphrase', kdf, wrapped: sealed.toString('base64') }
}

/** The data key, or null where the passphrase is not that of the slot. */
export async function openSlot(slot: PassphraseSlot, passphrase: string): Promise<Uint8Array | null> {
  const key = await deriveKey(passphrase, slot.kdf)
  const sealed = Buffer.from(slot.wrapped, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(slot.id))
  decipher.setAuthTag(sealed.subarray(nonceBytes + dataKeyBytes, nonceBytes + dataKeyBytes + tagBytes))
  try {
    const sealedKey = sealed.subarray(nonceBytes, nonceBytes + dataKeyBytes)
    return Buffer.concat([decipher.update(sealedKey), decipher.final()])
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/** The same passphrase typed on another keyboard or system must give the same bytes: Unicode NFKC. */
function deriveKey(passphrase: string, kdf: Kdf): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: dataKeyBytes,
    outputType: 'binary',
  })
}
