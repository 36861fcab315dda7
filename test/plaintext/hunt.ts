import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Words that stand in every marked text and, in small letters, in marked addresses. */
const stems = ['ҚұпияБелгі', 'SecretMark77', 'secretmark77']

/** A text that is found wherever it is written. */
export const mark = (name: string): string => `ҚұпияБелгі SecretMark77 ${name}`
export const markedAddress = (name: string): string => `secretmark77.${name}@example.com`

type Needle = { name: string; bytes: Buffer }

/** Whatever a mark may look like on a disk. */
export const needles: readonly Needle[] = stems.flatMap(formsOf)

/** What a text may look like on a disk: in the clear, and within a text of Base64. */
export function formsOf(stem: string): Needle[] {
  const utf8 = Buffer.from(stem)
  const utf16le = Buffer.from(stem, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  const plain = { utf8, utf16le, utf16be }
  const base64 = Object.entries(plain).flatMap(([encoding, bytes]) =>
    [0, 1, 2].map((shift) => ({
      name: `${stem} ${encoding} base64+${shift}`,
      bytes: base64At(bytes, shift),
    })),
  )
  return [
    ...Object.entries(plain).map(([encoding, bytes]) => ({ name: `${stem} ${encoding}`, bytes })),
    ...base64,
  ]
}

/** The letters of Base64 that depend on these bytes alone, where `shift` bytes of a group of three come before them. */
function base64At(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const from = Math.ceil((shift * 8) / 6)
  return Buffer.from(text.slice(from, Math.floor(((shift + bytes.length) * 8) / 6)))
}

export type Hunt = { files: number; found: string[] }

/** The lines of a private key, which no mark can be put in. */
export function needlesOf(pem: string): Needle[] {
  const lines = pem.split('\n').filter((line) => /^[\w+/=]{16,}$/.test(line))
  return lines.map((line, at) => ({ name: `line ${at + 1} of the key`, bytes: Buffer.from(line) }))
}

/** Searches every file below a folder for marks, for letters in the clear, and for what else is named. */
export function hunt(folder: string, besides: typeof needles = []): Hunt {
  const found: string[] = []
  let files = 0
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path)
    const bytes = contentOf(path)
    if (!bytes) continue
    files += 1
    for (const needle of [...needles, ...besides])
      if (bytes.includes(needle.bytes)) found.push(`${name}: ${needle.name}`)
    if (bytes.subarray(0, 1_024).includes('%PDF-')) found.push(`${name}: a PDF`)
    if (/^(vault|backups|elsewhere)/.test(name) && bytes.includes('SQLite format 3'))
      found.push(`${name}: a database in the clear`)
  }
  return { files, found }
}

/** Every file below a folder; a folder that goes meanwhile, as those of work in progress do, has none. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Null for sockets and what is gone meanwhile. */
function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
