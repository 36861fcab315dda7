import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'

const ivLength = 12
const tagLength = 16

/** Real encryption, but the key lies beside the data: what a desktop without a keyring gives (`basic_text`). */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => app.isReady(),
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptString(text: string): Buffer {
    const iv = randomBytes(ivLength)
    const cipher = createCipheriv('aes-256-gcm', key(), iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed])
  },
  decryptString(encrypted: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(0, ivLength))
    decipher.setAuthTag(encrypted.subarray(ivLength, ivLength + tagLength))
    return Buffer.concat([
      decipher.update(encrypted.subarray(ivLength + tagLength)),
      decipher.final(),
    ]).toString('utf8')
  },
} satisfies Partial<Electron.SafeStorage>

function key(): Buffer {
  const path = join(app.getPath('userData'), 'safe-storage.key')
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600 })
  return readFileSync(path)
}
