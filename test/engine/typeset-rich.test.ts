import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { LetterDocument, TableBlock } from '../../src/core/letters/document.ts'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { typesetLetter } from '../../src/main/engine/letters/typeset.ts'
import type { Lang } from '../../src/shared/model/lang.ts'
import { letterInput } from '../core/letters-input.ts'
import { pngOf } from '../pdf/png.ts'

const fonts = loadFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'))

function plainLetter(lang: Lang): LetterDocument {
  const merged = mergeLetter(letterInput({ lang }))
  if (!merged.ok) throw new Error(merged.field)
  return merged.document
}

function table(rows: number, words = 'Фамилия, имя и отчество'): TableBlock {
  const cell = (text: string) => [{ text, style: 'regular' as const }]
  return {
    type: 'table',
    columns: [
      { share: 1, align: 'right' },
      { share: 5, align: 'left' },
      { share: 3, align: 'left' },
    ],
    header: ['№', 'Категория данных', 'Система'].map(cell),
    rows: Array.from({ length: rows }, (_, row) => [
      cell(String(row + 1)),
      cell(words),
      cell(row === 0 ? '' : 'CRM'),
    ]),
  }
}

type Node = { type?: string; role?: string; lang?: string; alt?: string; children?: Node[] }

async function readBack(bytes: Uint8Array): Promise<{ pages: string[]; nodes: Node[] }> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const pages: string[] = []
  const nodes: Node[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    nodes.push(await page.getStructTree())
  }
  await task.destroy()
  return { pages, nodes }
}

const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flatten)]
const ofRole = (nodes: readonly Node[], role: string): Node[] =>
  nodes
    .flatMap(flatten)
    .filter((node) => node.role === role && node.children?.some(({ type }) => type === 'content'))

describe('a table', () => {
  it('has its header on each page it goes on to, once for who reads by structure', async () => {
    const document = { ...plainLetter('ru'), blocks: [table(120)] }
    const { pages, nodes } = await readBack((await typesetLetter(document, fonts)).pdf)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(0, -1)) expect(page.match(/Категория данных/g)).toHaveLength(1)
    expect(ofRole(nodes, 'TH')).toHaveLength(3)
    expect(ofRole(nodes, 'TD')).toHaveLength(360)
  })

  it('parts a cell that is taller than a page', async () => {
    const words = Array.from({ length: 2_000 }, (_, index) => `слово${index}`).join(' ')
    const document = { ...plainLetter('ru'), blocks: [table(2, words)] }
    const { pages } = await readBack((await typesetLetter(document, fonts)).pdf)
    const text = pages.join(' ').replace(/\s+/g, ' ')
    for (const word of words.split(' ')) expect(text).toContain(word)
    for (const page of pages.slice(1, -1)) expect(page).toContain('Категория данных')
  })
})

describe('a letter in two languages', () => {
  const document = { ...plainLetter('kk'), second: plainLetter('ru') }

  it('has one head and one signature, and a section for each language', async () => {
    const { pages, nodes } = await readBack((await typesetLetter(document, fonts)).pdf)
    expect(pages).toHaveLength(1)
    expect(nodes.flatMap(flatten).flatMap(({ role, lang }) => (role === 'Sect' ? [lang] : []))).toEqual([
      'kk',
      'ru',
    ])
    expect(pages[0]).toContain('Шығ. № 2026/45')
    expect(pages[0]).toContain('Исх. № 2026/45')
    expect(pages[0]?.match(/А\. Б\. Ермеков/g)).toHaveLength(1)
    expect(pages[0]?.match(/Сериков Арман Болатович/g)).toHaveLength(1)
    expect(pages[0]).toContain('1 беттің 1-беті / стр. 1 из 1')
  })

  it('names who gets it in each language, and the address once below both', async () => {
    const { second } = document
    const addressee = { ...second.addressee, name: 'Серикову Арману Болатовичу', lines: [] }
    const letter = { ...document, second: { ...second, addressee } }
    const { pages } = await readBack((await typesetLetter(letter, fonts)).pdf)
    const { name, lines } = document.addressee
    expect(pages[0]?.replace(/\s+/g, ' ')).toContain([name, addressee.name, ...lines].join(' '))
    const alike = { ...letter, second: { ...second, addressee: { ...addressee, name } } }
    const { pages: once } = await readBack((await typesetLetter(alike, fonts)).pdf)
    expect(once[0]?.split(name)).toHaveLength(2)
  })
})

describe('pictures and the code', () => {
  it('are figures that tell what they show', async () => {
    const letter = plainLetter('ru')
    const document = {
      ...letter,
      letterhead: { ...letter.letterhead, logo: { bytes: pngOf(60, 40, [20, 90, 160]), alt: 'Логотип' } },
      signature: { bytes: pngOf(90, 30, [20, 20, 120]), alt: 'Подпись' },
      stamp: { bytes: pngOf(80, 80, [60, 60, 200]), alt: 'Печать' },
      code: { number: '2026/45', alt: 'QR-код' },
    }
    const { nodes } = await readBack((await typesetLetter(document, fonts)).pdf)
    expect(ofRole(nodes, 'Figure').map(({ alt }) => alt)).toEqual(['Логотип', 'Печать', 'Подпись', 'QR-код'])
  })
})
