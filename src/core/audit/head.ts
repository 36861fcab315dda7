import type { SavedHead } from '../../shared/model/audit.ts'

/** How a head is written wherever it is kept outside the register: on paper, in a mail, in a file. */
export function headLine({ seq, hash }: SavedHead): string {
  return `№ ${seq}: ${hash}`
}

const written = /(?:№|No\.?|#)?\s*(\d{1,15})\s*[:;,\s]\s*((?:[0-9a-f]\s*){64})(?![0-9a-f])/gi

/** The head in a text that was kept; of several the last. Line breaks that a mail or a PDF put into it don't matter. */
export function readHead(text: string): SavedHead | null {
  const found = [...text.matchAll(written)].at(-1)
  if (!found) return null
  const [, seq = '', hash = ''] = found
  return Number(seq) > 0 ? { seq: Number(seq), hash: hash.replace(/\s+/g, '').toLowerCase() } : null
}
