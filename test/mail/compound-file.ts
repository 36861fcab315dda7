/** A folder to be written: streams are bytes, folders are folders. */
export type Folder = { [name: string]: Uint8Array | Folder }

type Entry = { name: string; kind: number; child: number; right: number; start: number; size: number }
type Placed = { entry: Entry; bytes: Uint8Array | null }

const sectorSize = 512
const miniSize = 64
const miniCutoff = 4_096
const endOfChain = 0xfffffffe
const free = 0xffffffff
const ofTable = 0xfffffffd

/** Writes a compound file (MS-CFB, version 3) as plainly as the format allows. */
export function writeCompoundFile(root: Folder): Uint8Array {
  const placed = listEntries(root)
  const streams = placed.filter((one): one is Placed & { bytes: Uint8Array } => one.bytes !== null)
  const sectors: Uint8Array[] = []
  const table: number[] = []
  const add = (bytes: Uint8Array): number => appendChain(sectors, table, bytes, sectorSize)
  const mini: Uint8Array[] = []
  const miniTable: number[] = []
  for (const { entry, bytes } of streams) {
    if (bytes.length === 0) entry.start = endOfChain
    else if (bytes.length < miniCutoff) entry.start = appendChain(mini, miniTable, bytes, miniSize)
    else entry.start = add(bytes)
  }
  const rootEntry = placed[0]?.entry
  if (rootEntry) {
    rootEntry.start = mini.length === 0 ? endOfChain : add(Buffer.concat(mini))
    rootEntry.size = mini.length * miniSize
  }
  const miniTableStart = miniTable.length === 0 ? endOfChain : add(words(miniTable))
  const directoryStart = add(Buffer.concat(placed.map(({ entry }) => directoryEntry(entry))))
  const tableSectors = tableSize(table.length)
  const first = table.length
  for (let index = 0; index < tableSectors; index += 1) table.push(ofTable)
  const padded = words([...table, ...Array<number>(tableSectors * 128 - table.length).fill(free)])
  const head = header(first, tableSectors, directoryStart, miniTableStart, Math.ceil(miniTable.length / 128))
  return new Uint8Array(Buffer.concat([head, ...sectors, padded]))
}

function tableSize(used: number): number {
  let sectors = 1
  while (used + sectors > sectors * 128) sectors += 1
  return sectors
}

function appendChain(sectors: Uint8Array[], table: number[], bytes: Uint8Array, size: number): number {
  const start = sectors.length
  for (let at = 0; at < bytes.length; at += size) {
    const sector = new Uint8Array(size)
    sector.set(bytes.subarray(at, at + size))
    sectors.push(sector)
    table.push(at + size < bytes.length ? table.length + 1 : endOfChain)
  }
  return start
}

/** Siblings hang from one another by their right hand. */
function listEntries(root: Folder): Placed[] {
  const placed: Placed[] = []
  const place = (name: string, kind: number, bytes: Uint8Array | null): Placed => {
    const entry = { name, kind, child: free, right: free, start: 0, size: bytes?.length ?? 0 }
    placed.push({ entry, bytes })
    return { entry, bytes }
  }
  const fill = (parent: Entry, folder: Folder): void => {
    let previous: Entry | null = null
    for (const [name, content] of Object.entries(folder)) {
      const id = placed.length
      const isStream = content instanceof Uint8Array
      const { entry } = place(name, isStream ? 2 : 1, isStream ? content : null)
      if (previous) previous.right = id
      else parent.child = id
      previous = entry
      if (!isStream) fill(entry, content)
    }
  }
  fill(place('Root Entry', 5, null).entry, root)
  return placed
}

function directoryEntry(entry: Entry): Uint8Array {
  const bytes = Buffer.alloc(128)
  bytes.write(entry.name, 'utf16le')
  bytes.writeUInt16LE((entry.name.length + 1) * 2, 64)
  bytes.writeUInt8(entry.kind, 66)
  bytes.writeUInt8(1, 67)
  bytes.writeUInt32LE(free, 68)
  bytes.writeUInt32LE(entry.right, 72)
  bytes.writeUInt32LE(entry.child, 76)
  bytes.writeUInt32LE(entry.start, 116)
  bytes.writeUInt32LE(entry.size, 120)
  return bytes
}

function header(
  tableStart: number,
  tableSectors: number,
  directoryStart: number,
  miniTableStart: number,
  miniTableSectors: number,
): Uint8Array {
  const bytes = Buffer.alloc(512)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(tableSectors, 44)
  bytes.writeUInt32LE(directoryStart, 48)
  bytes.writeUInt32LE(miniCutoff, 56)
  bytes.writeUInt32LE(miniTableStart, 60)
  bytes.writeUInt32LE(miniTableSectors, 64)
  bytes.writeUInt32LE(endOfChain, 68)
  for (let index = 0; index < 109; index += 1) {
    bytes.writeUInt32LE(index < tableSectors ? tableStart + index : free, 76 + 4 * index)
  }
  return bytes
}

function words(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
