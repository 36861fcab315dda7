import { safeStorage } from 'electron'

/** What the engine asks of the operating system's keychain. */
export type KeychainQuestion = { id: number; what: 'available' | 'seal' | 'open'; bytes: Uint8Array }

/** Null where the keychain does not answer; whoever asks has another way. */
export function askKeychain({ what, bytes }: Omit<KeychainQuestion, 'id'>): Uint8Array | null {
  try {
    if (!isTrusted()) return null
    if (what === 'available') return new Uint8Array()
    if (what === 'seal') return safeStorage.encryptString(Buffer.from(bytes).toString('base64'))
    return Buffer.from(safeStorage.decryptString(Buffer.from(bytes)), 'base64')
  } catch {
    return null
  }
}

/** On Linux without a keyring Electron would lay the key beside what it seals. */
function isTrusted(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  if (process.platform !== 'linux') return true
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
}
