import { readCompoundFile, type Storage } from './compound-file.ts'
import { mapi, mapiTypes, type MapiAttachment, type MapiMessage, type MapiValue } from './mapi.ts'

/** Bytes before the properties of fixed size, by what holds them (MS-OXMSG section 2.4). */
const headerSizes = { message: 32, within: 24, attachment: 8 }
const maxAttachments = 2_000

/** Reads Outlook's own file (MS-OXMSG). Throws where it is damaged or no message. */
export function readMsg(bytes: Uint8Array): MapiMessage {
  return messageOf(readCompoundFile(bytes), 'message')
}

function messageOf(storage: Storage, place: 'message' | 'within'): MapiMessage {
  if (!storage.streams.has('__properties_version1.0')) throw new Error('no message')
  const attachments = [...storage.storages]
    .filter(([name]) => name.startsWith('__attach_version1.0_'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, maxAttachments)
  return {
    props: propsOf(storage, place),
    attachments: attachments.map(([, found]) => attachmentOf(found)),
  }
}

function attachmentOf(storage: Storage): MapiAttachment {
  const props = propsOf(storage, 'attachment')
  const within = storage.storages.get('__substg1.0_3701000D')
  const isMessage = within?.streams.has('__properties_version1.0')
  const content = within && isMessage ? messageOf(within, 'within') : props.get(mapi.attachData)?.bytes
  return { props, content: content ?? new Uint8Array() }
}

function propsOf(storage: Storage, place: keyof typeof headerSizes): Map<number, MapiValue> {
  const props = fixedProps(storage.streams.get('__properties_version1.0')?.() ?? new Uint8Array(), place)
  const wanted = new Set<number>(Object.values(mapi))
  for (const [name, read] of storage.streams) {
    const [, id, type] = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})$/i.exec(name) ?? []
    const number = Number.parseInt(id ?? '', 16)
    if (wanted.has(number)) props.set(number, { type: Number.parseInt(type ?? '', 16), bytes: read() })
  }
  return props
}

const ofFixedSize = new Set<number>([mapiTypes.long, mapiTypes.time, mapiTypes.boolean])

function fixedProps(bytes: Uint8Array, place: keyof typeof headerSizes): Map<number, MapiValue> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const props = new Map<number, MapiValue>()
  for (let at = headerSizes[place]; at + 16 <= bytes.length; at += 16) {
    const type = view.getUint16(at, true)
    if (ofFixedSize.has(type)) {
      props.set(view.getUint16(at + 2, true), { type, bytes: bytes.subarray(at + 8, at + 16) })
    }
  }
  return props
}
