import { writeCompoundFile, type Folder } from './compound-file.ts'

/** A property of Outlook's model: its id with the value as the test means it. */
export type Property = readonly [id: number, value: string | Uint8Array | number | Date | Ansi]
/** Text in a code page, one byte a letter. */
export type Ansi = { ansi: Uint8Array }

export type OutlookMessage = {
  props: readonly Property[]
  attachments?: readonly { props: readonly Property[]; content: Uint8Array | OutlookMessage }[]
}

/** A `.msg` file as Outlook writes it (MS-OXMSG). */
export function writeMsg(message: OutlookMessage): Uint8Array {
  return writeCompoundFile(messageFolder(message, 32))
}

function messageFolder({ props, attachments = [] }: OutlookMessage, headerSize: number): Folder {
  const folder = propsFolder(props, headerSize)
  for (const [index, { props: own, content }] of attachments.entries()) {
    const name = `__attach_version1.0_#${index.toString(16).padStart(8, '0').toUpperCase()}`
    const isFile = content instanceof Uint8Array
    const attachment = propsFolder(isFile ? [...own, [0x3701, content]] : own, 8)
    folder[name] = isFile ? attachment : { ...attachment, '__substg1.0_3701000D': messageFolder(content, 24) }
  }
  return folder
}

function propsFolder(props: readonly Property[], headerSize: number): Folder {
  const folder: Folder = {}
  const fixed: Buffer[] = [Buffer.alloc(headerSize)]
  for (const [id, value] of props) {
    const { type, bytes } = encode(value)
    const hex = (id.toString(16).padStart(4, '0') + type.toString(16).padStart(4, '0')).toUpperCase()
    const entry = Buffer.alloc(16)
    entry.writeUInt16LE(type, 0)
    entry.writeUInt16LE(id, 2)
    if (type === 0x03 || type === 0x40) entry.set(bytes, 8)
    else {
      entry.writeUInt32LE(bytes.length, 8)
      folder[`__substg1.0_${hex}`] = bytes
    }
    fixed.push(entry)
  }
  return { '__properties_version1.0': new Uint8Array(Buffer.concat(fixed)), ...folder }
}

function encode(value: Property[1]): { type: number; bytes: Uint8Array } {
  if (typeof value === 'string') return { type: 0x1f, bytes: new Uint8Array(Buffer.from(value, 'utf16le')) }
  if (value instanceof Uint8Array) return { type: 0x102, bytes: value }
  if (value instanceof Date) return { type: 0x40, bytes: fileTime(value) }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32LE(value)
    return { type: 0x03, bytes }
  }
  return { type: 0x1e, bytes: value.ansi }
}

function fileTime(moment: Date): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE((BigInt(moment.getTime()) + 11_644_473_600_000n) * 10_000n)
  return bytes
}

/** A `winmail.dat` as Outlook sends it (MS-OXTNEF). */
export function writeTnef(message: OutlookMessage): Uint8Array {
  const head = Buffer.alloc(6)
  head.writeUInt32LE(0x223e9f78, 0)
  const parts = [head, attribute(1, 0x00069003, propsBlock(message.props))]
  for (const { props, content } of message.attachments ?? []) {
    parts.push(attribute(2, 0x00069002, Buffer.alloc(14)))
    if (content instanceof Uint8Array) parts.push(attribute(2, 0x0006800f, content))
    const object = content instanceof Uint8Array ? null : writeTnef(content)
    parts.push(attribute(2, 0x00069005, propsBlock(props, object)))
  }
  return new Uint8Array(Buffer.concat(parts))
}

function attribute(level: number, id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt8(level, 0)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0))
  return Buffer.concat([head, data, sum])
}

function propsBlock(props: readonly Property[], object: Uint8Array | null = null): Buffer {
  const blocks = props.map(([id, value]) => {
    const { type, bytes } = encode(value)
    const isFixed = type === 0x03 || type === 0x40
    return Buffer.concat([word(type + id * 65_536), ...(isFixed ? [bytes] : counted(bytes))])
  })
  const data =
    object === null ? [] : [word(0x3701000d), ...counted(Buffer.concat([Buffer.alloc(16), object]))]
  return Buffer.concat([word(blocks.length + (object === null ? 0 : 1)), ...blocks, ...data])
}

function counted(bytes: Uint8Array): Buffer[] {
  const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
  return [word(1), word(bytes.length), Buffer.from(bytes), padding]
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

/** RTF as Outlook packs it, without making it smaller. */
export function packRtf(rtf: string): Uint8Array {
  const raw = Buffer.from(rtf, 'latin1')
  const head = Buffer.alloc(16)
  head.writeUInt32LE(raw.length + 12, 0)
  head.writeUInt32LE(raw.length, 4)
  head.writeUInt32LE(0x414c454d, 8)
  return new Uint8Array(Buffer.concat([head, raw]))
}
