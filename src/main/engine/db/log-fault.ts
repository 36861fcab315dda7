import { closeSync, existsSync, openSync, readSync } from 'node:fs'

/** https://sqlite.org/fileformat2.html#the_write_ahead_log: sizes in bytes. */
const headBytes = 32
const frameHeadBytes = 24
/** The last bit says whether the words that are added up are big-endian. */
const magic = 0x377f0682
/** Of the register, as SQLCipher 4 has it. */
const pageBytes = 4096

type Sum = { first: number; second: number }

/**
 * Whether the log that a cut-off program left has lost a change that was acknowledged: SQLite takes what stands before the
 * first frame that does not add up for the whole, and says nothing. Every change is durable before the next one begins, so
 * of what the loss of power tears there is one change at most: two that end beyond that frame were there before it was damaged.
 */
export function hasLostChanges(log: string): boolean {
  if (!existsSync(log)) return false
  const file = openSync(log, 'r')
  try {
    return endsBeyondFault(file) >= 2
  } finally {
    closeSync(file)
  }
}

/** How many changes end at the first damaged frame or beyond. */
function endsBeyondFault(file: number): number {
  const head = read(file, 0, headBytes)
  if (!head) return 0
  const isBig = (head.readUInt32BE(0) & 1) === 1
  const headSum = sumOf(head.subarray(0, 24), { first: 0, second: 0 }, isBig)
  const isWhole = (head.readUInt32BE(0) & ~1) >>> 0 === magic && isSum(head, 24, headSum)
  const frameBytes = frameHeadBytes + (isWhole ? head.readUInt32BE(8) : pageBytes)
  // Behind a damaged head, which is durable before any frame, nothing is read: what log it was, the second frame still says.
  const salts = isWhole ? head.subarray(16, 24) : read(file, headBytes + frameBytes + 8, 8)
  let sum: Sum | null = isWhole ? headSum : null
  let ends = 0
  for (let at = headBytes; ; at += frameBytes) {
    const frame = read(file, at, frameBytes)
    if (!frame || !salts) return ends
    const isOfThisLog = frame.subarray(8, 16).equals(salts)
    if (sum) {
      sum = sumOf(frame.subarray(frameHeadBytes), sumOf(frame.subarray(0, 8), sum, isBig), isBig)
      if (isOfThisLog && isSum(frame, 16, sum)) continue
      sum = null
    }
    // Of a change the last frame alone says how long the file is then.
    if (isOfThisLog && frame.readUInt32BE(4) !== 0) ends += 1
  }
}

function read(file: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length)
  return readSync(file, bytes, 0, length, at) === length ? bytes : null
}

function sumOf(bytes: Buffer, { first, second }: Sum, isBig: boolean): Sum {
  const word = (at: number): number => (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + word(at) + second) >>> 0
    second = (second + word(at + 4) + first) >>> 0
  }
  return { first, second }
}

const isSum = (bytes: Buffer, at: number, { first, second }: Sum): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second
