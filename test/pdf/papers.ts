import { join } from 'node:path'
import { caseCardDocument } from '../../src/core/reports/case-card.ts'
import { inLanguages, type ReportDocument } from '../../src/core/reports/document.ts'
import { journalDocument } from '../../src/core/reports/journal.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { typesetReport } from '../../src/main/engine/letters/typeset-report.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { sampleCase, samplePaper, sampleRows } from '../../src/main/engine/papers/sample.ts'
import type { LetterLang } from '../../src/shared/model/lang.ts'
import { PaperId } from '../../src/shared/model/paper.ts'
import { date, organisation } from '../core/letters-input.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const packs = loadPacks(resources)
const today = date('2026-11-23')

type Paper = [id: string, lang: LetterLang, document: ReportDocument]

const known = new WeakMap<ReportDocument, Promise<Uint8Array>>()

/** A paper as bytes, set once however many tests look at it. */
export function setPaper(document: ReportDocument): Promise<Uint8Array> {
  const done = known.get(document) ?? typesetReport(document, loadFonts(join(resources, 'fonts')))
  known.set(document, done)
  return done
}

/** Every paper of the office in either language and in both. */
export const everyPaper = PaperId.options.flatMap((id) =>
  (['ru', 'kk', 'both'] as const).map((lang): Paper => {
    const setting = { packs, today, lang, operator: organisation.name }
    return [id, lang, samplePaper(id, setting)]
  }),
)

function long(id: string, lang: LetterLang): Paper {
  const document = inLanguages(lang, (one) => {
    const setting = {
      texts: packs.reports,
      titles: {},
      lang: one,
      today,
      operator: organisation.name[one],
      head: null,
    }
    const [row] = sampleRows(today)
    const [entry] = sampleCase(packs, today).history
    if (!row || !entry) throw new Error('no sample')
    if (id === 'long-journal') {
      const rows = Array.from({ length: 40 }, (_, index) => ({ ...row, number: `ДС-2026-${1001 + index}` }))
      return journalDocument(rows, { ...setting, period: { from: today, to: today } })
    }
    const history = Array.from({ length: 60 }, () => entry)
    return caseCardDocument({ ...sampleCase(packs, today), history }, setting)
  })
  return [id, lang, document]
}

/** Such that go on over several pages. */
export const longPapers = [long('long-journal', 'both'), long('long-card', 'both')]

/** What pictures are kept of: the halves of a bilingual paper look as the paper of one language does. */
export const shownPapers = [...everyPaper.filter(([, lang]) => lang !== 'both'), ...longPapers]
