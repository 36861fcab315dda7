import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentBlock, LetterDocument } from '../../src/core/letters/document.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { layOut } from '../../src/main/engine/letters/layout.ts'
import { breakLines } from '../../src/main/engine/letters/lines.ts'
import { roomy, tight } from '../../src/main/engine/letters/page.ts'
import { paginate, type Page } from '../../src/main/engine/letters/paginate.ts'
import type { Leaf } from '../../src/main/engine/letters/rows.ts'
import { textOf } from '../../src/main/engine/letters/words.ts'
import { letterInput } from '../core/letters-input.ts'
import { merged } from '../pdf/letters.ts'

const fonts = loadFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'))
const sentence = 'Сведения сверены с договором и переданы ответственному за обработку данных. '
const runs = (text: string) => [{ text, style: 'regular' as const }]
const paragraph = (sentences: number): DocumentBlock => ({
  type: 'paragraph',
  runs: runs(sentence.repeat(sentences)),
})

/** Three pages or so; each length moves all that follows the first paragraph, and ends with another paragraph. */
function letterOf(length: number): LetterDocument {
  const section: DocumentBlock[] = [
    { type: 'heading', runs: runs('Раздел') },
    paragraph(3),
    { type: 'paragraph', runs: runs('Найдено:') },
    { type: 'list', items: [1, 2, 3, 4].map((sentences) => runs(sentence.repeat(sentences))) },
    paragraph(1),
    paragraph(2),
  ]
  const sections = Array.from({ length: 5 }, () => section).flat()
  return { ...merged(letterInput()), blocks: [paragraph(length), ...sections, paragraph(1 + (length % 5))] }
}

type Line = { leaf: Leaf; text: string }

/** The lines of a page from top to bottom; the dash of an item is no line of its own. */
const linesOf = (page: Page): Line[] =>
  page.flatMap(({ mark }) =>
    mark.type === 'text' && mark.leaf && mark.leaf.role !== 'Lbl'
      ? [{ leaf: mark.leaf, text: mark.line.words.map(textOf).join(' ') }]
      : [],
  )

const lengths = Array.from({ length: 30 }, (_, index) => index + 1)
const settings = lengths.flatMap((length) => [
  { length, name: 'roomy', measures: roomy },
  { length, name: 'tight', measures: tight },
])

describe('a letter of several pages', () => {
  it.each(settings)('of length $length, set $name, is broken where a reader wants it', (setting) => {
    const document = letterOf(setting.length)
    const pages = paginate(layOut(document, fonts, setting.measures)).map(linesOf)
    expect(pages.length).toBeGreaterThan(1)
    pages.slice(0, -1).forEach((lines, index) => {
      const [last, next] = [lines.at(-1), pages[index + 1]?.[0]]
      expect(last?.leaf.role).not.toBe('H2')
      expect(last?.text).not.toMatch(/:$/)
      if (last?.leaf !== next?.leaf) return
      const of = (page: readonly Line[] | undefined) => page?.filter(({ leaf }) => leaf === last?.leaf).length
      expect(of(lines), 'an orphan').toBeGreaterThan(1)
      expect(of(pages[index + 1]), 'a widow').toBeGreaterThan(1)
    })
    const end = pages.at(-1)?.map(({ text }) => text) ?? []
    expect(end.indexOf(document.closing), 'lines above the signature').toBeGreaterThan(1)
    expect(end).toContain(document.signatory.position)
    expect(end).toContain(document.signatory.name)
  })
})

describe('a line', () => {
  it.each(['№ ДС-2026-0001', '22 ноября', 'статья 25', 'И. Ахметова'])('never parts «%s»', (together) => {
    for (const length of lengths) {
      const text = runs(`${'слово '.repeat(length)}${together} и далее`)
      const lines = breakLines(text, { size: 11, measure: 300, align: 'left' }, fonts)
      expect(lines.some(({ words }) => words.map(textOf).join(' ').includes(together))).toBe(true)
    }
  })
})
