import { createHash } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { contentOf } from '../../src/core/letters/content.ts'
import { partsOf, textsOf } from '../../src/core/letters/document.ts'
import { CaseRecord } from '../../src/shared/model/case-record.ts'
import { stretchesOf, textsOfStretches } from '../pdf/glyphs.ts'
import { attachmentsOf, faultsOfPdf } from '../pdf/structure.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { everyPaper, longPapers, setPaper } from '../pdf/papers.ts'
import { everyBilingual, everyLetter, richLetter, set, textsOfLetter } from '../pdf/letters.ts'
import { decide } from './correspondence.ts'
import { newCase, openRegister } from './register.ts'

const rich = ['all-at-once', 'kk', richLetter()] as const
const documents = [...everyLetter, ...everyBilingual, rich]

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

describe('a letter as PDF/A-3a and PDF/UA-1', () => {
  it.each([...everyLetter, ...everyBilingual])(
    '%s in %s has nothing untagged, unnamed or left outside',
    async (_, __, document) => {
      const { pdf } = await set(document)
      expect(faultsOfPdf(pdf)).toEqual([])
    },
  )

  it('keeps it with tables, pictures, a code, two languages, bookmarks and a file', async () => {
    const { pdf } = await set(richLetter())
    expect(faultsOfPdf(pdf)).toEqual([])
  })

  it('is found wanting where something is taken from it', async () => {
    const text = Buffer.from((await set(richLetter())).pdf).toString('latin1')
    const without = (what: string, instead: string): string[] =>
      faultsOfPdf(Buffer.from(text.replaceAll(what, instead), 'latin1'))
    expect(without('/Lang (kk)', '/Long (kk)')).toContain('no language')
    expect(without('/Alt ', '/Elt ')).toContain('a figure that tells nothing')
    expect(without('/Scope /Column', '/Scape /Column')).toContain('a header cell of nothing')
    expect(without('/ToUnicode', '/NoUnicode')).toContain('a font without its characters')
    expect(without('/FontFile2', '/FontFail2')).toContain('a font that is not embedded')
  })
})

describe('a paper of the office as PDF/A-3a and PDF/UA-1', () => {
  it.each([...everyPaper, ...longPapers])(
    '%s in %s has nothing untagged, unnamed or left outside',
    async (_, __, document) => {
      expect(faultsOfPdf(await setPaper(document))).toEqual([])
    },
  )

  it.each([...everyPaper, ...longPapers].filter(([, lang]) => lang === 'both'))(
    '%s in both languages tells the reader which half is in which',
    async (_, __, document) => {
      const stretches = (await stretchesOf(await setPaper(document))).filter(({ tag }) => tag !== 'Artifact')
      const halves = [document, document.second].map((part) => {
        const { lang, title } = part ?? {}
        return stretches.find(({ text, langs }) => text === title && langs.includes(lang ?? ''))
      })
      expect(halves.every(Boolean)).toBe(true)
      const unnamed = stretches.filter(({ text, langs }) => text !== '' && langs.length === 0)
      expect(unnamed).toEqual([])
    },
  )
})

describe('the words of a letter', () => {
  it.each(documents)('%s in %s are read back as those its code stands for', async (_, __, document) => {
    const { pdf, contentSha256 } = await set(document)
    const content = contentOf(await wordsOfPdf(pdf))
    expect(createHash('sha256').update(content).digest('hex')).toBe(contentSha256)
  })

  it.each(documents)('%s in %s are parted by spaces that are glyphs', async (_, __, document) => {
    const texts = textsOfStretches(await stretchesOf((await set(document)).pdf)).map(plain)
    expect(texts).toEqual(expect.arrayContaining(textsOfLetter(document).map(plain)))
  })
})

describe('the language of a letterhead', () => {
  it.each(everyLetter)('%s in %s names that of its other half', async (_, lang, document) => {
    const other = lang === 'ru' ? 'kk' : 'ru'
    const stretches = await stretchesOf((await set(document)).pdf)
    const texts = stretches.filter(({ langs }) => langs.includes(other)).map(({ text }) => text)
    const { name, lines } = document.letterhead[other]
    expect(texts).toEqual([name, ...lines])
  })
})

describe('the languages of a letter in both', () => {
  it.each(everyBilingual)('%s in %s are named, each for its own words', async (_, __, document) => {
    const stretches = await stretchesOf((await set(document)).pdf)
    for (const { lang, reference, title, salutation, blocks } of partsOf(document)) {
      const inIt = stretches.filter(({ langs }) => (langs.at(-1) ?? document.lang) === lang)
      const body = blocks.flatMap(textsOf).map((runs) => runs.map(({ text }) => text).join(''))
      const own = [reference, title, salutation, ...body].filter((text) => text !== '')
      expect(textsOfStretches(inIt).map(plain)).toEqual(expect.arrayContaining(own.map(plain)))
    }
  })
})

describe('bookmarks', () => {
  it('lead to every heading of a long letter, and a short one has none', async () => {
    const outlineOf = async (pdf: Uint8Array): Promise<string[]> => {
      const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
      const outline = await (await task.promise).getOutline()
      await task.destroy()
      return (outline ?? []).map(({ title }) => title)
    }
    const rich = richLetter()
    const long = {
      ...rich,
      blocks: [
        ...rich.blocks,
        { type: 'heading' as const, runs: [{ text: 'Екінші бөлім', style: 'regular' as const }] },
        ...rich.blocks,
      ],
    }
    expect(await outlineOf((await set(long)).pdf)).toContain('Екінші бөлім')
    const short = everyLetter.find(([id]) => id === 'interim-notice')
    if (!short) throw new Error('no short letter')
    expect(await outlineOf((await set(short[2])).pdf)).toEqual([])
  })
})

describe('the record of a case', () => {
  it('is attached on demand as data, says what the case says, and changes no word of the letter', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'access' }))
    await decide(desk, id)
    const draft = {
      caseId: id,
      templateId: 'interim-notice',
      lang: 'ru' as const,
      fields: { progress: 'Проверка' },
    }
    const bare = await desk.ask('letters.preview', draft)
    const full = await desk.ask('letters.preview', { ...draft, withRecord: true })
    expect(attachmentsOf(bare.pdf)).toEqual([])
    const [file, ...others] = attachmentsOf(full.pdf)
    expect(others).toEqual([])
    expect(file?.relationship).toBe('Data')
    const record = CaseRecord.strict().parse(JSON.parse(file?.content ?? ''))
    const card = await desk.ask('cases.card', { id })
    expect(record).toMatchObject({ number: card.number, kind: 'access', decision: { outcome: card.outcome } })
    expect(record.clocks.map(({ dueOn }) => dueOn)).toEqual(card.clocks.map(({ dueOn }) => dueOn))
    expect(record.clocks[0]?.trace.length).toBeGreaterThan(0)
    expect(file?.content).not.toContain(card.applicant.familyName)
    expect(contentOf(await wordsOfPdf(full.pdf))).toBe(contentOf(await wordsOfPdf(bare.pdf)))
    expect(faultsOfPdf(full.pdf)).toEqual([])
  })
})
