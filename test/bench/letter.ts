import PDFDocument from 'pdfkit'
import { textsOf, type LetterDocument, type TextRun } from '../../src/core/letters/document.ts'
import type { LetterInput } from '../../src/core/letters/places.ts'
import { collect } from '../../src/main/engine/letters/pdf.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import type { FieldValues } from '../../src/shared/model/letter.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { noDetails, person } from './people.ts'

/** The same words as pdfkit sets them by itself: fonts read for each document, no letterhead, no tags. */
export function naiveLetter(document: LetterDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 70 })
  const done = collect(pdf)
  pdf.font('resources/fonts/NotoSerif-Bold.ttf').fontSize(13).text(document.title)
  pdf.font('resources/fonts/NotoSerif-Regular.ttf').fontSize(11)
  for (const line of [document.numberLine, document.dateLine, document.reference, document.salutation])
    pdf.text(line)
  for (const block of document.blocks) {
    if (block.type === 'list') pdf.list(block.items.map(plain))
    else textsOf(block).forEach((runs) => pdf.text(plain(runs)))
  }
  pdf.text(`${document.signatory.position} ${document.signatory.name}`)
  return done
}

function plain(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('')
}

/** An access reply of two pages to an invented person. */
export function sampleLetter(): LetterInput {
  const packs = loadPacks('resources')
  const template = packs.letters.find(({ meta }) => meta.id === 'access-reply')
  if (!template) throw new Error('the pack has no access reply')
  const fields = template.meta.fields.map((field): [string, FieldValues[string]] => [
    field.id,
    field.catalog
      ? packs.catalogs[field.catalog].slice(0, 8).map((entry) => entry.id)
      : 'Дербес деректер туралы мәлімет',
  ])
  return {
    template,
    lang: 'kk',
    organisation: {
      ...packs.operator,
      signatory: { name: 'Б. Ержанов', position: { ru: 'Директор', kk: 'Директор' } },
    },
    case: {
      number: 'ДС-2026-0001',
      kind: 'access',
      receivedOn: LocalDate.parse('2026-11-20'),
      channel: 'email',
      applicant: person(1),
      outcome: 'granted',
      refusalGround: null,
      clocks: [],
      representative: null,
      details: noDetails,
      systems: [],
    },
    addressee: { ru: 'Серікову Серіку Серікұлы', kk: 'Серіков Серік Серікұлына' },
    corrects: null,
    number: '2026-0001',
    date: LocalDate.parse('2026-11-23'),
    fields: Object.fromEntries(fields),
    catalogs: packs.catalogs,
  }
}
