/** A folder of a compound file: its streams and folders by name. */
export type Storage = {
  streams: ReadonlyMap<string, () => Uint8Array>
  storages: ReadonlyMap<string, Storage>
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const endOfChain = 0xfffffffe
const none = 0xffffffff
const entrySize = 128
const kinds = { storage: 1, stream: 2, root: 5 }
/** Deeper than any message within a message. */
const maxDepth = 32

export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * Reads a compound file (MS-CFB), the container of Outlook's messages. Throws where it is damaged. What it reads is
 * bounded by the size of the file, whatever its tables say: chains that run in circles, streams that share sectors and
 * folders within themselves are refused.
 */
export function readCompoundFile(bytes: Uint8Array): Storage {
  if (!isCompoundFile(bytes) || bytes.length < 512) throw new Error('no compound file')
  const file = new SectorFile(bytes)
  const entries = readDirectory(file)
  const [root] = entries
  if (root?.kind !== kinds.root) throw new Error('no root')
  const miniStream = file.read(root.start, root.size)
  const mini = { stream: miniStream, table: file.miniTable() }
  return new DirectoryReader(entries, (entry) => file.readStream(entry, mini)).storage(root, 0)
}

type Entry = {
  name: string
  kind: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

/** Builds folders out of the entries; each entry belongs to one folder and is met once. */
class DirectoryReader {
  readonly #entries: readonly Entry[]
  readonly #read: (entry: Entry) => Uint8Array
  readonly #met = new Set<number>()

  constructor(entries: readonly Entry[], read: (entry: Entry) => Uint8Array) {
    this.#entries = entries
    this.#read = read
  }

  storage(of: Entry, depth: number): Storage {
    if (depth > maxDepth) throw new Error('too deep')
    const children = this.#siblings(of.child)
    const streams = children.filter(({ kind }) => kind === kinds.stream)
    const storages = children.filter(({ kind }) => kind === kinds.storage)
    return {
      streams: new Map(streams.map((entry) => [entry.name, () => this.#read(entry)])),
      storages: new Map(storages.map((entry) => [entry.name, this.storage(entry, depth + 1)])),
    }
  }

  #siblings(first: number): Entry[] {
    const found: Entry[] = []
    const ahead = [first]
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      const entry = this.#entries[id]
      if (id === none || !entry) continue
      if (this.#met.has(id)) throw new Error('an entry stands twice')
      this.#met.add(id)
      found.push(entry)
      ahead.push(entry.left, entry.right)
    }
    return found
  }
}

/** The sectors of a file and the chains they form. */
class SectorFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #miniCutoff: number
  readonly #table: Uint32Array
  /** Bytes that may still be read: streams that share sectors can't make more of a file than it holds. */
  #budget: number

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#sectorSize = this.#view.getUint16(30, true) === 12 ? 4_096 : 512
    this.#miniCutoff = this.#view.getUint32(56, true)
    this.#budget = 4 * bytes.length + 65_536
    this.#table = this.#readTable()
  }

  get directoryStart(): number {
    return this.#view.getUint32(48, true)
  }

  miniTable(): Uint32Array {
    return words(this.read(this.#view.getUint32(60, true), Number.MAX_SAFE_INTEGER))
  }

  readStream(entry: Entry, mini: { stream: Uint8Array; table: Uint32Array }): Uint8Array {
    if (entry.size >= this.#miniCutoff) return this.read(entry.start, entry.size)
    return this.#join(chain(mini.table, entry.start), mini.stream, 64, 0, entry.size)
  }

  /** The bytes of a chain, at most `size` of them. */
  read(start: number, size: number): Uint8Array {
    return this.#join(chain(this.#table, start), this.#bytes, this.#sectorSize, this.#sectorSize, size)
  }

  #join(
    sectors: readonly number[],
    from: Uint8Array,
    sectorSize: number,
    offset: number,
    size: number,
  ): Uint8Array {
    const length = Math.min(size, sectors.length * sectorSize)
    this.#budget -= length
    if (this.#budget < 0) throw new Error('more in it than it holds')
    const joined = new Uint8Array(length)
    for (const [index, sector] of sectors.slice(0, Math.ceil(length / sectorSize)).entries()) {
      const at = offset + sector * sectorSize
      const piece = from.subarray(at, at + Math.min(sectorSize, length - index * sectorSize))
      joined.set(piece, index * sectorSize)
    }
    return joined
  }

  /** The table of chains, out of the sectors that the header and its continuation name. */
  #readTable(): Uint32Array {
    const perSector = this.#sectorSize / 4
    const sectors = Math.ceil(this.#bytes.length / this.#sectorSize)
    const named = Array.from({ length: 109 }, (_, index) => this.#view.getUint32(76 + 4 * index, true))
    let next = this.#view.getUint32(68, true)
    for (let count = 0; count < sectors && next < endOfChain; count += 1) {
      const more = words(this.#sector(next))
      named.push(...more.subarray(0, perSector - 1))
      next = more[perSector - 1] ?? endOfChain
    }
    const used = named.filter((sector) => sector < sectors).slice(0, Math.ceil(sectors / perSector) + 1)
    return words(Buffer.concat(used.map((sector) => this.#sector(sector))))
  }

  #sector(sector: number): Uint8Array {
    const padded = new Uint8Array(this.#sectorSize)
    padded.set(this.#bytes.subarray((sector + 1) * this.#sectorSize, (sector + 2) * this.#sectorSize))
    return padded
  }
}

/** Sectors of a chain in order. Throws where it runs in a circle. */
function chain(table: Uint32Array, start: number): number[] {
  const sectors: number[] = []
  for (let at = start; at < table.length; at = table[at] ?? endOfChain) {
    if (sectors.length >= table.length) throw new Error('a chain in a circle')
    sectors.push(at)
  }
  return sectors
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    view.getUint32(4 * index, true),
  )
}

function readDirectory(file: SectorFile): Entry[] {
  const bytes = file.read(file.directoryStart, Number.MAX_SAFE_INTEGER)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / entrySize) }, (_, index): Entry => {
    const at = index * entrySize
    const nameLength = Math.max(0, Math.min(view.getUint16(at + 64, true), 64) - 2)
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameLength)),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}
