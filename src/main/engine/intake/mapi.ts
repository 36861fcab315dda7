import { decodeText } from './charset.ts'

/** A property of Outlook's model (MS-OXCDATA section 2.11): its type and its bytes. */
export type MapiValue = { type: number; bytes: Uint8Array }
export type MapiProps = ReadonlyMap<number, MapiValue>

/** A message as Outlook holds it, whether in a `.msg` file or in a `winmail.dat`. */
export type MapiMessage = { props: MapiProps; attachments: readonly MapiAttachment[] }
export type MapiAttachment = {
  props: MapiProps
  /** The bytes of a file, or a message within the message. */
  content: Uint8Array | MapiMessage
}

/** Ids of the properties that are read (MS-OXPROPS). */
export const mapi = {
  subject: 0x0037,
  clientSubmitTime: 0x0039,
  sentRepresentingName: 0x0042,
  transportHeaders: 0x007d,
  senderName: 0x0c1a,
  senderEmail: 0x0c1f,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtfCompressed: 0x1009,
  html: 0x1013,
  internetMessageId: 0x1035,
  inReplyTo: 0x1042,
  references: 0x1039,
  attachData: 0x3701,
  attachFileName: 0x3704,
  attachLongName: 0x3707,
  attachMime: 0x370e,
  attachContentId: 0x3712,
  displayName: 0x3001,
  internetCodepage: 0x3fde,
  messageCodepage: 0x3ffd,
  senderSmtp: 0x5d01,
  sentRepresentingSmtp: 0x5d02,
} as const

export const mapiTypes = {
  short: 0x0002,
  long: 0x0003,
  float: 0x0004,
  double: 0x0005,
  currency: 0x0006,
  appTime: 0x0007,
  error: 0x000a,
  boolean: 0x000b,
  object: 0x000d,
  int64: 0x0014,
  ansi: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  guid: 0x0048,
  binary: 0x0102,
} as const

/** The text of a property; empty where there is none. Old messages hold theirs in a code page. */
export function textOf(props: MapiProps, id: number): string {
  const value = props.get(id)
  if (!value) return ''
  if (value.type === mapiTypes.unicode) return withoutEnd(new TextDecoder('utf-16le').decode(value.bytes))
  if (value.type !== mapiTypes.ansi && value.type !== mapiTypes.binary) return ''
  const codepage = numberOf(props, mapi.messageCodepage) ?? numberOf(props, mapi.internetCodepage)
  return withoutEnd(decodeText(value.bytes, charsetOfPage(codepage)))
}

/** The bytes of a property; null where there are none. */
export function bytesOf(props: MapiProps, id: number): Uint8Array | null {
  return props.get(id)?.bytes ?? null
}

export function numberOf(props: MapiProps, id: number): number | null {
  const value = props.get(id)
  if (value?.type !== mapiTypes.long || value.bytes.length < 4) return null
  return viewOf(value.bytes).getInt32(0, true)
}

/** 1601-01-01 before 1970-01-01, in milliseconds. */
const epochOfWindowsMs = 11_644_473_600_000

/** A moment in milliseconds since 1970 UTC; null where there is none. */
export function momentOf(props: MapiProps, id: number): number | null {
  const value = props.get(id)
  if (value?.type !== mapiTypes.time || value.bytes.length < 8) return null
  const moment = Number(viewOf(value.bytes).getBigUint64(0, true) / 10_000n) - epochOfWindowsMs
  return Math.abs(moment) < 8e15 ? moment : null
}

/** The name of a Windows code page as charsets are named; empty where it is unknown. */
export function charsetOfPage(page: number | null): string {
  const known = new Map([
    [65_001, 'utf-8'],
    [20_866, 'koi8-r'],
    [21_866, 'koi8-u'],
    [28_595, 'iso-8859-5'],
    [866, 'ibm866'],
    [10_007, 'x-mac-cyrillic'],
  ])
  if (page === null) return ''
  return known.get(page) ?? (page >= 1_250 && page <= 1_258 ? `windows-${page}` : '')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function withoutEnd(text: string): string {
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}
