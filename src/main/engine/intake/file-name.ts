const mostSymbols = 200
const extensions = new Map([
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/zip', 'zip'],
  ['application/rtf', 'rtf'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/tiff', 'tif'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/csv', 'csv'],
  ['text/calendar', 'ics'],
  ['message/rfc822', 'eml'],
])
/** What no file system takes, or what hides a name's true end: bidi overrides, controls, lone surrogates. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"|?*]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A name the sender gave a file, fit to be shown and saved: its last part only, never empty, never hidden. */
export function cleanFileName(name: string, mime: string, most = mostSymbols): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const cleaned = last
    .replace(unfit, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .replace(reserved, '_$1')
  return cleaned === '' ? neutralName(mime) : shortened(cleaned, most)
}

function neutralName(mime: string): string {
  return `file.${extensions.get(mime.toLowerCase()) ?? 'bin'}`
}

/** Keeps the extension, by which people tell what a file is. */
function shortened(name: string, most: number): string {
  const symbols = [...name]
  if (symbols.length <= most) return name
  const extension = /\.[\p{L}\d]{1,10}$/u.exec(name)?.[0] ?? ''
  return symbols.slice(0, most - extension.length).join('') + extension
}
