import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import type { LocalDate } from '../../../shared/model/local-date.ts'

/**
 * A ZIP of one file, encrypted by AES-256 as WinZip describes it (AE-2, "AES Encryption Information"), which 7-Zip,
 * WinRAR, WinZip and Keka open. The file is stored as it is: a PDF is compressed already. Its name and size stay readable.
 */

export const saltBytes = 16

type File = { name: string; bytes: Uint8Array; modifiedOn: LocalDate }

/** The same arguments give the same bytes; a salt is used once. The password is typed in ASCII. */
export function encryptedZip(file: File, password: string, salt: Uint8Array): Uint8Array {
  const keys = keysOf(password, salt)
  const cipherText = counterMode(keys.encryption, file.bytes)
  const code = createHmac('sha1', keys.authentication).update(cipherText).digest().subarray(0, codeBytes)
  const content = Buffer.concat([salt, keys.check, cipherText, code])
  const name = Buffer.from(file.name, 'utf8')
  const local = Buffer.concat([localSignature, headerOf(file, name, content.length), name, aesField])
  const central = Buffer.concat([
    centralSignature,
    headerOf(file, name, content.length),
    // No comment, the first disk, no attributes; the file begins at the beginning.
    Buffer.alloc(14),
    name,
    aesField,
  ])
  return Buffer.concat([local, content, central, endOf(central.length, local.length + content.length)])
}

const keyBytes = 32
const checkBytes = 2
const codeBytes = 10
/** Set by the format; what it lacks, the length of the password makes up for. */
const rounds = 1_000

function keysOf(password: string, salt: Uint8Array) {
  const derived = pbkdf2Sync(password, salt, rounds, 2 * keyBytes + checkBytes, 'sha1')
  return {
    encryption: derived.subarray(0, keyBytes),
    authentication: derived.subarray(keyBytes, 2 * keyBytes),
    /** Tells a wrong password before anything is decrypted, but for one in 65,536. */
    check: derived.subarray(2 * keyBytes),
  }
}

const blockBytes = 16

/** AES in counter mode, counting from 1 with the lowest byte first: node:crypto has it with the highest first alone. */
function counterMode(key: Uint8Array, bytes: Uint8Array): Buffer {
  const blocks = Math.ceil(bytes.length / blockBytes)
  const counters = Buffer.alloc(blocks * blockBytes)
  for (let block = 0; block < blocks; block += 1) counters.writeUInt32LE(block + 1, block * blockBytes)
  const stream = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(counters)
  return Buffer.from(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)))
}

const localSignature = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Of the directory, and that PKZIP 5.1 made the entry. */
const centralSignature = Buffer.from([0x50, 0x4b, 0x01, 0x02, 51, 0])
const versionNeeded = 51
/** Encrypted, with a name in UTF-8. */
const flags = 0x0801
const methodAes = 99

/** `AE`, version 2 (no checksum of the plain bytes), AES-256, stored. */
const aesField = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 0, 0])

/** What the entry and its line of the directory have in common. */
function headerOf({ bytes, modifiedOn }: File, name: Uint8Array, contentLength: number): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(versionNeeded, 0)
  header.writeUInt16LE(flags, 2)
  header.writeUInt16LE(methodAes, 4)
  header.writeUInt16LE(0, 6)
  header.writeUInt16LE(dosDate(modifiedOn), 8)
  header.writeUInt32LE(0, 10)
  header.writeUInt32LE(contentLength, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt16LE(name.length, 22)
  header.writeUInt16LE(aesField.length, 24)
  return header
}

function dosDate(date: LocalDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return ((year - 1980) << 9) | (month << 5) | day
}

/** One entry on one disk, no comment. */
function endOf(centralLength: number, centralAt: number): Buffer {
  const end = Buffer.alloc(22)
  end.set([0x50, 0x4b, 0x05, 0x06])
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(centralLength, 12)
  end.writeUInt32LE(centralAt, 16)
  return end
}
