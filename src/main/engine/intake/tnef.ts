import { mapi, mapiTypes, type MapiAttachment, type MapiMessage, type MapiValue } from './mapi.ts'

const signature = 0x223e9f78
/** Attributes that are read (MS-OXTNEF section 2.1.3.3). */
const attributes = {
  body: 0x0002800c,
  oemCodepage: 0x00069007,
  messageProps: 0x00069003,
  attachStart: 0x00069002,
  attachTitle: 0x00018010,
  attachData: 0x0006800f,
  attachProps: 0x00069005,
}
const maxDepth = 8
const maxProps = 10_000

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length > 6 && view(bytes).getUint32(0, true) === signature
}

/** Reads `winmail.dat`, in which Outlook wraps a message and its files (MS-OXTNEF). Throws where it is damaged. */
export function readTnef(bytes: Uint8Array, depth = 0): MapiMessage {
  if (!isTnef(bytes) || depth > maxDepth) throw new Error('no TNEF')
  const props = new Map<number, MapiValue>()
  const attachments: { props: Map<number, MapiValue>; data: Uint8Array | null }[] = []
  for (const { id, data } of attributesOf(bytes)) {
    const last = attachments.at(-1)
    if (id === attributes.oemCodepage) props.set(mapi.messageCodepage, { type: mapiTypes.long, bytes: data })
    else if (id === attributes.body) props.set(mapi.body, { type: mapiTypes.ansi, bytes: data })
    else if (id === attributes.messageProps) merge(props, data)
    else if (id === attributes.attachStart) attachments.push({ props: new Map(), data: null })
    else if (id === attributes.attachTitle)
      last?.props.set(mapi.attachFileName, { type: mapiTypes.ansi, bytes: data })
    else if (id === attributes.attachData && last) last.data = data
    else if (id === attributes.attachProps && last) merge(last.props, data)
  }
  const codepage = props.get(mapi.messageCodepage)
  return { props, attachments: attachments.map((file) => attachmentOf(file, codepage, depth)) }
}

function attachmentOf(
  { props, data }: { props: Map<number, MapiValue>; data: Uint8Array | null },
  codepage: MapiValue | undefined,
  depth: number,
): MapiAttachment {
  if (codepage) props.set(mapi.messageCodepage, codepage)
  const object = props.get(mapi.attachData)
  // An object begins with the id of its interface, 16 bytes; behind it stands a message of its own.
  const within = object?.type === mapiTypes.object ? object.bytes.subarray(16) : null
  if (within && isTnef(within)) return { props, content: readTnef(within, depth + 1) }
  return { props, content: data ?? object?.bytes ?? new Uint8Array() }
}

/** Level, id, length, data and checksum follow one another; what is cut off at the end is left out. */
function* attributesOf(bytes: Uint8Array): Generator<{ id: number; data: Uint8Array }> {
  const whole = view(bytes)
  for (let at = 6; at + 9 <= bytes.length;) {
    const id = whole.getUint32(at + 1, true)
    const length = whole.getUint32(at + 5, true)
    if (at + 9 + length > bytes.length) return
    yield { id, data: bytes.subarray(at + 9, at + 9 + length) }
    at += 9 + length + 2
  }
}

const fixedSizes = new Map<number, number>([
  [mapiTypes.short, 4],
  [mapiTypes.boolean, 4],
  [mapiTypes.long, 4],
  [mapiTypes.float, 4],
  [mapiTypes.error, 4],
  [mapiTypes.double, 8],
  [mapiTypes.currency, 8],
  [mapiTypes.appTime, 8],
  [mapiTypes.int64, 8],
  [mapiTypes.time, 8],
  [mapiTypes.guid, 16],
])

/** Adds the properties of a block; what is damaged ends it, and what was read before stays. */
function merge(props: Map<number, MapiValue>, block: Uint8Array): void {
  const reader = new BlockReader(block)
  const count = Math.min(reader.word(), maxProps)
  for (let index = 0; index < count && !reader.ended; index += 1) {
    const tag = reader.word()
    const type = tag & 0xefff & 0xffff
    const id = tag >>> 16
    if (id >= 0x8000) reader.skipName()
    const isMany = (tag & 0x1000) !== 0
    const fixed = fixedSizes.get(type)
    const values = isMany || fixed === undefined ? Math.min(reader.word(), maxProps) : 1
    for (let value = 0; value < values && !reader.ended; value += 1) {
      const bytes = reader.take(fixed ?? reader.word())
      if (value === 0 && id < 0x8000) props.set(id, { type, bytes })
    }
  }
}

/** Reads words and values, each padded to four bytes. Past the end everything is nought. */
class BlockReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = view(bytes)
  }

  get ended(): boolean {
    return this.#at >= this.#bytes.length
  }

  word(): number {
    const value = this.#at + 4 <= this.#bytes.length ? this.#view.getUint32(this.#at, true) : 0
    this.#at += 4
    return value
  }

  take(size: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + size)
    this.#at += Math.ceil(size / 4) * 4
    return taken
  }

  /** A named property tells a set of names, then its number or its name. */
  skipName(): void {
    this.take(16)
    const isNumber = this.word() === 0
    this.take(isNumber ? 4 : this.word())
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
