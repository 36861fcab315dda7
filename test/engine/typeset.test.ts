import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { fieldsAsked } from '../../src/core/letters/fields.ts'
import { textsOf, type DocumentBlock, type LetterDocument } from '../../src/core/letters/document.ts'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import type { LetterInput } from '../../src/core/letters/places.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { typesetLetter } from '../../src/main/engine/letters/typeset.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import type { Lang } from '../../src/shared/model/lang.ts'
import type { FieldValues, LetterTemplate } from '../../src/shared/model/letter.ts'
import {
  applicant,
  everyDetail,
  everySystem,
  letterInput,
  organisation,
  template,
} from '../core/letters-input.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const folder = join(resources, 'fonts')
const fonts = loadFonts(folder)
const packs = loadPacks(resources)

function merged(input: LetterInput): LetterDocument {
  const result = mergeLetter(input)
  if (!result.ok) throw new Error(`${result.reason}: ${result.field}`)
  return result.document
}

function letter(text: string, over: Partial<LetterInput> = {}): LetterDocument {
  const blocks = text.split('\n').map((line) => ({ type: 'paragraph' as const, text: line }))
  return merged(letterInput({ template: template(blocks), ...over }))
}

type Read = { pages: string[]; info: Record<string, unknown>; roles: string[]; conformance: unknown }

/** The line at the foot of each page stands between two halves of a paragraph. */
const footer = /(Исх\.|Шығ\.|Акт) № 2026\/45\s+(стр\. \d+ из \d+|\d+ беттің \d+-беті)\s*$/

type Node = { role?: string; children?: Node[] }
const rolesOf = (node: Node): string[] => [node.role ?? '', ...(node.children ?? []).flatMap(rolesOf)]

/** The text as any reader of PDFs gets it, one string a page, and the roles of its structure. */
async function readBack(bytes: Uint8Array): Promise<Read> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const pages: string[] = []
  const roles: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    roles.push(...rolesOf((await page.getStructTree()) as Node))
  }
  const { info, metadata } = await pdf.getMetadata()
  await task.destroy()
  return { pages, info: info as Record<string, unknown>, roles, conformance: metadata?.get('pdfaid:part') }
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function wordsOf(document: LetterDocument): string[] {
  const ofBlock = (block: DocumentBlock): string[] =>
    textsOf(block).map((runs) => runs.map((run) => run.text).join(''))
  const { kk, ru } = document.letterhead
  return [
    kk.name,
    ru.name,
    ...kk.lines,
    ...ru.lines,
    document.numberLine,
    document.dateLine,
    document.reference,
    document.addressee.name,
    ...document.addressee.lines,
    document.title,
    document.salutation,
    ...document.blocks.flatMap(ofBlock),
    document.closing,
    document.signatory.position,
    document.signatory.name,
    ...document.executor,
  ]
}

const long = {
  ru: 'Сведения сверены с договором № 14 от 5 марта 2026 года на сумму 12 000 ₸ «под ключ». ',
  kk: 'Мәліметтер 2026 жылғы 5 наурыздағы № 14 шартпен салыстырылды, сомасы 12 000 ₸ («кілтке дейін»). ',
}

function fullLetter(pack: LetterTemplate, lang: Lang): LetterInput {
  const kind = pack.meta.kinds[0] ?? 'access'
  const outcome = pack.meta.outcomes?.at(-1) ?? null
  const fields: FieldValues = {}
  for (const field of fieldsAsked(pack.meta, outcome)) {
    if (field.type === 'date') fields[field.id] = '2026-11-23'
    else if (field.catalog) fields[field.id] = packs.catalogs[field.catalog].map((entry) => entry.id)
    else fields[field.id] = long[lang].repeat(3)
  }
  const base = letterInput({ template: pack, lang, fields, catalogs: packs.catalogs })
  const refusalGround = packs.refusalGrounds.find((ground) => ground.kinds.includes(kind)) ?? null
  const told = { details: everyDetail, systems: everySystem(packs.catalogs) }
  return { ...base, case: { ...base.case, ...told, kind, outcome, refusalGround } }
}

const everyLetter = packs.letters.flatMap((pack) =>
  (['ru', 'kk'] as const).map((lang) => [pack.meta.id, lang, pack] as const),
)

describe('typesetLetter', () => {
  it.each(everyLetter)('%s in %s is read back word for word', async (_, lang, pack) => {
    const document = merged(fullLetter(pack, lang))
    const { pages, info, roles, conformance } = await readBack((await typesetLetter(document, fonts)).pdf)
    for (const page of pages) expect(page).toMatch(footer)
    const text = inOneLine(pages.map((page) => page.replace(footer, '')).join('\n'))
    for (const words of wordsOf(document)) expect(text).toContain(inOneLine(words))
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    const lists = document.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
    expect(roles.filter((role) => role === 'Lbl')).toHaveLength(lists.length)
    expect(info).toMatchObject({ Language: lang, Title: `${document.title}. ${document.numberLine}` })
    expect(conformance).toBe('3')
  })

  it('gives every Kazakh letter and sign back', async () => {
    const signs = 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі ЁЙ ёй ₸ № « » – — § 1 000'
    const { pages } = await readBack((await typesetLetter(letter(signs), fonts)).pdf)
    expect(inOneLine(pages.join(' '))).toContain(signs)
  })

  it('sets no ligature: a search for «office» finds it, whatever the reader makes of «ﬃ»', async () => {
    const words = 'office@example.kz fi fl ff ffi ffl'
    const { pdf } = await typesetLetter(letter(words), fonts)
    const task = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false })
    const page = await (await task.promise).getPage(1)
    const { items } = await page.getTextContent({ disableNormalization: true })
    await task.destroy()
    expect(inOneLine(items.map((item) => ('str' in item ? item.str : '')).join(' '))).toContain(words)
  })

  it('gives the same bytes for the same letter, and others for another', async () => {
    const { pdf: first } = await typesetLetter(letter('Текст.'), fonts)
    const { pdf: again } = await typesetLetter(letter('Текст.'), fonts)
    expect(Buffer.compare(first, again)).toBe(0)
    const { pdf: other } = await typesetLetter(letter('Текст.', { number: '2026/46' }), fonts)
    expect(Buffer.compare(first, other)).not.toBe(0)
  })

  it('is dated by the letter, not by the day of typesetting', async () => {
    const { info } = await readBack((await typesetLetter(letter('Текст.'), fonts)).pdf)
    expect(info['CreationDate']).toBe('D:20261122070000Z')
  })

  it('numbers the pages and keeps the signature with the end of the text', async () => {
    for (let sentences = 20; sentences < 90; sentences += 1) {
      const document = letter(`${long.ru.repeat(sentences)}\n${long.ru.repeat(2)}`)
      const { pages } = await readBack((await typesetLetter(document, fonts)).pdf)
      pages.forEach((page, index) => expect(page).toContain(`стр. ${index + 1} из ${pages.length}`))
      const last = pages.at(-1) ?? ''
      expect(last).toContain('А. Б. Ермеков')
      expect(last).toContain('под ключ»')
      expect(last).toContain('тел.: +7 (727) 000-00-01')
    }
  })

  it('takes a word that is longer than any line', async () => {
    const word = 'сұраусалуға'.repeat(30)
    const { pages } = await readBack((await typesetLetter(letter(`До ${word} после`), fonts)).pdf)
    expect(pages.join('').replace(/\s/g, '')).toContain(`До${word}после`)
  })

  it('takes a long name, a long address and a long letterhead', async () => {
    const part = 'Ойдан-шығарылған '
    const document = letter('Текст.', {
      organisation: { ...organisation, name: { ru: part.repeat(12), kk: part.repeat(12) } },
      case: {
        ...letterInput().case,
        applicant: { ...applicant, familyName: part.repeat(8), address: part.repeat(20) },
      },
    })
    const { pages } = await readBack((await typesetLetter(document, fonts)).pdf)
    const text = inOneLine(pages.join(' '))
    for (const words of wordsOf(document)) expect(text).toContain(inOneLine(words))
  })

  it('refuses a character that no face has, and tells which', async () => {
    await expect(typesetLetter(letter('Спасибо 🙂'), fonts)).rejects.toMatchObject({
      code: 'glyphMissing',
      details: { codePoint: 'U+1F642', where: 'body' },
    })
  })
})

describe('loadFonts', () => {
  it('parses a folder once', () => {
    expect(loadFonts(folder)).toBe(fonts)
  })

  it.each(['NotoSerif-Bold.ttf', 'sRGB.icc'])(
    'tells that %s is missing, and reads it when it is there',
    (file) => {
      const copy = mkdtempSync(join(tmpdir(), 'fonts-'))
      try {
        cpSync(folder, copy, { recursive: true })
        rmSync(join(copy, file))
        expect(() => loadFonts(copy)).toThrow(
          expect.objectContaining({ code: 'fontMissing', details: { file } }),
        )
        cpSync(join(folder, file), join(copy, file))
        expect(loadFonts(copy).bold).toBeDefined()
      } finally {
        rmSync(copy, { recursive: true })
      }
    },
  )

  it('takes a file that is no font for a missing one', () => {
    const copy = mkdtempSync(join(tmpdir(), 'fonts-'))
    try {
      cpSync(folder, copy, { recursive: true })
      writeFileSync(join(copy, 'NotoSerif-Italic.ttf'), 'no font')
      expect(() => loadFonts(copy)).toThrow(
        expect.objectContaining({ code: 'fontMissing', details: { file: 'NotoSerif-Italic.ttf' } }),
      )
    } finally {
      rmSync(copy, { recursive: true })
    }
  })
})

describe('letters one after another', () => {
  it('keep the text of each: a composite letter takes nothing from its parts', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'zhauap-fonts-'))
    cpSync(folder, copy, { recursive: true })
    // Faces that no letter was set in before.
    const fresh = loadFonts(copy)
    const bold = (text: string): LetterDocument => ({
      ...letter('.'),
      title: text,
      salutation: text,
      addressee: { label: '.', name: text, lines: [] },
      signatory: { position: '.', name: text },
    })
    await typesetLetter(bold('йё'), fresh)
    const { pages } = await readBack((await typesetLetter(bold('Претензия Елены'), fresh)).pdf)
    rmSync(copy, { recursive: true })
    expect(pages[0]).toContain('Претензия Елены')
  })
})
