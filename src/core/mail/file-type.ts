import type { FileDanger } from '../../shared/model/incoming.ts'

/** Bytes at the beginning that `fileTypeOf` needs. */
export const tellingBytes = 600

/** What a file is by its first bytes; each pattern stands at a place, `.` for any byte. Source: the formats themselves. */
const signatures: readonly (readonly [type: string, at: number, pattern: string])[] = [
  ['pdf', 0, '%PDF-'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 0, 'RIFF....WEBP'],
  ['tif', 0, 'II*\x00'],
  ['tif', 0, 'MM\x00*'],
  ['bmp', 0, 'BM....\x00\x00\x00\x00'],
  ['heic', 4, 'ftyphei'],
  ['mp4', 4, 'ftyp'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['rar', 0, 'Rar!\x1a\x07'],
  ['7z', 0, "7z\xbc\xaf'\x1c"],
  ['gz', 0, '\x1f\x8b\x08'],
  ['cab', 0, 'MSCF'],
  ['ole', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', 0, '{\\rtf'],
  ['exe', 0, 'MZ'],
  ['elf', 0, '\x7fELF'],
  ['macho', 0, '\xcf\xfa\xed\xfe'],
  ['class', 0, '\xca\xfe\xba\xbe'],
  ['lnk', 0, 'L\x00\x00\x00\x01\x14\x02\x00'],
  ['chm', 0, 'ITSF'],
  ['script', 0, '#!'],
  ['tar', 257, 'ustar'],
]

/** The type of a file by its own bytes; empty where they tell none. */
export function fileTypeOf(bytes: Uint8Array): string {
  const found = signatures.find(([, at, pattern]) => matches(bytes, at, pattern))
  if (found) return found[0]
  const start = textStart(bytes)
  if (/^<\?xml|^<svg/.test(start)) return start.includes('<svg') ? 'svg' : 'xml'
  return /^<(!doctype html|html|head|body|script|table|div)/.test(start) ? 'html' : ''
}

function matches(bytes: Uint8Array, at: number, pattern: string): boolean {
  return Array.from(pattern).every(
    (letter, index) => letter === '.' || bytes[at + index] === letter.charCodeAt(0),
  )
}

function textStart(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 400))
    .replace(/^(\xef\xbb\xbf)?\s+/, '')
    .toLowerCase()
}

const programTypes = new Set(['exe', 'elf', 'macho', 'class', 'lnk', 'chm', 'script', 'cab'])
/** What Windows or a browser runs when it is opened. */
const programNames =
  /\.(exe|com|scr|pif|cpl|msi|msp|mst|dll|sys|bat|cmd|ps1|psm1|vbs?|vbe|jse?|wsf|wsh|wsc|hta|jar|lnk|url|reg|inf|scf|chm|hlp|gadget|application|appref-ms|xll|iso|img|vhdx?|html?|xhtml|mht|mhtml|svg|xml|xsl)$/i
const macroNames = /\.(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam|ppsm|accd[be]|mdb)$/i
/** Which bytes a name promises. */
const promised = new Map([
  ['pdf', ['pdf']],
  ['png', ['png']],
  ['jpg', ['jpg']],
  ['jpeg', ['jpg']],
  ['gif', ['gif']],
  ['webp', ['webp']],
  ['tif', ['tif']],
  ['tiff', ['tif']],
  ['heic', ['heic', 'mp4']],
  ['zip', ['zip']],
  ['docx', ['zip', 'ole']],
  ['xlsx', ['zip', 'ole']],
  ['pptx', ['zip', 'ole']],
  ['odt', ['zip']],
  ['rar', ['rar']],
  ['7z', ['7z']],
  ['doc', ['ole', 'rtf', 'zip', 'html', 'xml']],
  ['xls', ['ole', 'zip', 'html', 'xml']],
  ['rtf', ['rtf']],
])

/** Why the officer should not simply open a file; null where nothing speaks against it. */
export function dangerOf(name: string, bytes: Uint8Array): FileDanger | null {
  const type = fileTypeOf(bytes)
  if (programTypes.has(type) || programNames.test(name)) return 'program'
  if (macroNames.test(name)) return 'macros'
  const promise = promised.get(/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '')
  if (promise && bytes.length > 0 && !promise.includes(type)) return 'disguised'
  return isLocked(type, bytes) ? 'locked' : null
}

/** An archive whose first file is encrypted: no scanner has looked into it (ZIP, general purpose flag, bit 0). */
function isLocked(type: string, bytes: Uint8Array): boolean {
  return type === 'zip' && ((bytes[6] ?? 0) & 1) === 1
}
