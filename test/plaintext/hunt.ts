import { closeSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Words that stand in every marked text and, in small letters, in marked addresses. */
export const stems = ['ҚұпияБелгі', 'SecretMark77', 'secretmark77']

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
export function hunt(folder: string, besides: typeof needles = [], partSize = 16 * 1_048_576): Hunt {
  const found = new Set<string>()
  const sought = [...needles, ...besides]
  let files = 0
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path)
    if (stems.some((stem) => name.includes(stem))) found.add(`${name}: its name`)
    let at = 0
    for (const part of partsOf(path, partSize)) {
      // As it stands, and as it was before it was put into lines, as the Base64 of messages is.
      for (const bytes of [part, withoutBreaks(part)])
        for (const needle of sought) if (bytes.includes(needle.bytes)) found.add(`${name}: ${needle.name}`)
      if (at === 0 && part.subarray(0, 1_024).includes('%PDF-')) found.add(`${name}: a PDF`)
      if (/^(vault|backups|elsewhere)/.test(name) && part.includes('SQLite format 3'))
        found.add(`${name}: a database in the clear`)
      at += 1
    }
    if (at > 0) files += 1
  }
  return { files, found: [...found] }
}

/** Every file below a folder; a folder that goes meanwhile, as those of work in progress do, has none. */
function filesBelow(folder: string): string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/** Longer than any needle, so that none lies unseen across two parts. */
const overlap = 4_096

/** What stands in a file, part by part; nothing in a socket and in what is gone meanwhile. Of a link: where it leads. */
function* partsOf(path: string, size: number): Generator<Buffer> {
  const kind = unlessGone(() => lstatSync(path))
  if (!kind || kind.isSocket()) return
  if (kind.isSymbolicLink()) {
    const target = unlessGone(() => readlinkSync(path))
    if (target !== undefined) yield Buffer.from(target)
    return
  }
  if (!kind.isFile()) throw new Error(`${path} can't be searched`)
  const file = unlessGone(() => openSync(path, 'r'))
  if (file === undefined) return
  try {
    let end = Buffer.alloc(0)
    for (let first = true; ; first = false) {
      const read = Buffer.alloc(Math.min(size, kind.size + 1))
      const length = readSync(file, read, 0, read.length, null)
      if (length === 0 && !first) return
      const part = Buffer.concat([end, read.subarray(0, length)])
      yield part
      end = Buffer.from(part.subarray(-overlap))
    }
  } finally {
    closeSync(file)
  }
}

function withoutBreaks(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(/[\r\n]/g, ''), 'latin1')
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
