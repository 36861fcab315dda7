import { createHash } from 'node:crypto'
import { readCheckCode } from '../../../core/letters/check-code.ts'
import { contentOf, numbersIn } from '../../../core/letters/content.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'
import { lettersBy } from './check-store.ts'

type Checked = Output<'letters.check'>

/** Whether a file is a letter of this register: byte for byte, by its words, or only by its number. */
export function checkPdf(db: ReadableDb, packs: Packs, pdf: Uint8Array, words: string): Checked {
  const [same] = lettersBy(db, packs, 'sha256', [hashOf(pdf)])
  if (same) return { verdict: 'sameBytes', letter: same }
  const numbered = lettersBy(db, packs, 'number', numbersIn(words).slice(0, 200))
  const content = hashOf(contentOf(words))
  const alike = numbered.find(({ contentSha256 }) => contentSha256 === content)
  if (alike) return { verdict: 'sameWords', letter: alike }
  const [named] = numbered
  return { verdict: named ? 'different' : 'unknown', letter: named ?? null }
}

/** Whether a check code is that of a letter of this register. Fails with `checkCodeInvalid` when it is no check code. */
export function checkCode(db: ReadableDb, packs: Packs, text: string): Checked {
  const code = readCheckCode(text)
  if (!code) throw new AppFailure('checkCodeInvalid', {})
  const [letter] = lettersBy(db, packs, 'number', [code.number])
  if (!letter) return { verdict: 'unknown', letter: null }
  const isSame = letter.issuedOn === code.date && letter.contentSha256 === code.sha256
  return { verdict: isSame ? 'sameWords' : 'different', letter }
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
