import { createCipheriv, createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import type { Ports, Random } from '../ports.ts'
import { type Derive, deriveKey, Kdf, type KdfCost } from './kdf.ts'

const dataKeyBytes = 32
const nonceBytes = 12
const tagBytes = 16

const slot = {
  id: z.string().min(1),
  /** AES-256-GCM: 12 bytes nonce, 32 bytes data key, 16 bytes tag: 60 bytes, 80 characters of Base64. */
  wrapped: z.base64().length(80),
}
/** What a person types: a passphrase, or a recovery code from its sheet. */
const TypedSlot = z.object({ ...slot, kind: z.enum(['passphrase', 'recovery']), kdf: Kdf })
/** What the keychain of one computer keeps: `sealed` is its secret, which no other computer opens. */
const KeychainSlot = z.object({ ...slot, kind: z.literal('keychain'), sealed: z.base64().min(1) })
export type TypedSlot = z.infer<typeof TypedSlot>
export type KeychainSlot = z.infer<typeof KeychainSlot>
export type KeySlot = TypedSlot | KeychainSlot

/** `keys.json` of a vault. It holds no personal data and no secret that opens anything by itself. */
export const KeyFile = z.object({
  format: z.literal('zhauap-keys'),
  version: z.literal(1),
  cipher: z.literal('sqlcipher-4'),
  slots: z.array(z.union([TypedSlot, KeychainSlot])).min(1),
})
export type KeyFile = z.infer<typeof KeyFile>

export function keyFileOf(slots: readonly KeySlot[]): KeyFile {
  return { format: 'zhauap-keys', version: 1, cipher: 'sqlcipher-4', slots: [...slots] }
}

export function newDataKey(random: Random): Uint8Array {
  return random.bytes(dataKeyBytes)
}

export function newSlotId(random: Random): string {
  return Buffer.from(random.bytes(8)).toString('hex')
}

/** Wraps the data key by a key that Argon2id derives from what a person types. */
export async function sealSlot(
  dataKey: Uint8Array,
  { id, kind, secret }: Pick<TypedSlot, 'id' | 'kind'> & { secret: string },
  { random, deriveKey: derive = deriveKey }: Pick<Ports, 'random' | 'deriveKey'>,
  cost: KdfCost,
): Promise<TypedSlot> {
  const salt = Buffer.from(random.bytes(16)).toString('base64')
  const kdf: Kdf = { name: 'argon2id', ...cost, salt }
  const key = await derive(secret, kdf)
  const wrapped = wrap(dataKey, key, id, random)
  key.fill(0)
  return { id, kind, kdf, wrapped }
}

/** The data key, or null where what was typed is not that of the slot. */
export async function openSlot(
  slot: TypedSlot,
  secret: string,
  derive: Derive = deriveKey,
): Promise<Uint8Array | null> {
  // The library takes no empty secret, and no slot has one.
  if (secret === '') return null
  const key = await derive(secret, slot.kdf)
  const dataKey = unwrap(slot, key)
  key.fill(0)
  return dataKey
}

/** Wraps the data key by a 32-byte key, as Base64. The slot's id is bound to it. */
export function wrap(dataKey: Uint8Array, key: Uint8Array, id: string, random: Random): string {
  const nonce = random.bytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(id))
  return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  )
}

/** The data key, or null where the key is another. */
export function unwrap({ id, wrapped }: Pick<KeySlot, 'id' | 'wrapped'>, key: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(wrapped, 'base64')
  const sealed = bytes.subarray(nonceBytes, nonceBytes + dataKeyBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(id))
  decipher.setAuthTag(bytes.subarray(nonceBytes + dataKeyBytes, nonceBytes + dataKeyBytes + tagBytes))
  const opened = decipher.update(sealed)
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    return null
  } finally {
    opened.fill(0)
  }
}
