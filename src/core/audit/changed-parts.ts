type Change = { before: string; now: string }

/** Texts as long as a line are told whole. */
const lineLength = 120
/** Words that stand on either side of what differs. */
const around = 4
/** Of what differs, so many characters are told: the whole stands in the record. */
const most = 400

/** Where two long texts differ, with a few words around: `… в течение трёх рабочих …`. */
export function changedParts({ before, now }: Change): Change {
  if (before.length <= lineLength && now.length <= lineLength) return { before, now }
  const [old, fresh] = [before.split(/\s+/), now.split(/\s+/)]
  const head = countAlike(old, fresh)
  const rest = Math.min(old.length, fresh.length) - head
  const tail = Math.min(rest, countAlike(old.toReversed(), fresh.toReversed()))
  const part = (words: readonly string[]): string =>
    partOf(words, head - around, words.length - tail + around)
  return { before: part(old), now: part(fresh) }
}

function countAlike(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((word, index) => word !== other[index])
  return at < 0 ? one.length : at
}

function partOf(words: readonly string[], from: number, to: number): string {
  const told = words.slice(Math.max(0, from), to).join(' ')
  const isCut = told.length > most
  return `${from > 0 ? '… ' : ''}${isCut ? told.slice(0, most) : told}${isCut || to < words.length ? ' …' : ''}`
}
