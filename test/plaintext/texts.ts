import type { Input, Output } from '../../src/shared/contract/index.ts'
import type { LetterBody } from '../../src/shared/model/letter-body.ts'
import type { LetterText } from '../../src/shared/model/letter.ts'
import { refused, type Ask } from './asking.ts'
import { mark } from './hunt.ts'

/** Texts of letters, papers and the law, with a mark wherever words stand. */

export async function saveTexts(ask: Ask): Promise<void> {
  const id = 'registration-notice'
  const { texts } = await ask('templates.read', { id })
  const changed = { ru: withMarks(texts.ru), kk: withMarks(texts.kk) }
  await ask('templates.preview', { id, texts: changed, lang: 'both' })
  await ask('templates.save', { id, texts: changed, acceptDifferences: true })
  const strange = { ru: strangely(texts.ru), kk: strangely(texts.kk) }
  await refused(ask, 'templates.preview', { id, texts: strange, lang: 'both' })
  await refused(ask, 'templates.save', { id, texts: strange, acceptDifferences: true })
  await savePaper(ask)
  await saveLaw(ask)
  const basis = { ru: mark('term'), kk: mark('term') }
  await ask('retention.saveTerm', { years: 5, basis })
}

function withMarks(text: LetterText): LetterText {
  const blocks = text.blocks.map((block) =>
    block.type === 'paragraph' ? { ...block, text: `${block.text} ${mark('paragraph')}` } : block,
  )
  return {
    title: mark('title'),
    mailSubject: mark('proposed subject'),
    mailText: mark('proposed text'),
    blocks,
  }
}

/** Blocks that ask for what no letter has. */
function strangely(text: LetterText): LetterText {
  const when = { filled: mark('filled') }
  const blocks: LetterText['blocks'] = [
    { type: 'heading', text: mark('heading'), when },
    { type: 'paragraph', text: mark('paragraph'), when },
    { type: 'list', items: [mark('item')], when },
    { type: 'listOf', name: mark('list'), when },
  ]
  return { ...text, blocks }
}

async function savePaper(ask: Ask): Promise<void> {
  const id = 'journal'
  const { texts } = await ask('papers.read', { id })
  const worded = (side: Record<string, string>): Record<string, string> => {
    const [first] = Object.keys(side)
    return { ...side, [first ?? '']: mark('line') }
  }
  const changed = { ru: worded(texts.ru), kk: worded(texts.kk) }
  await ask('papers.preview', { id, texts: changed, lang: 'kk' })
  await ask('papers.save', { id, texts: changed, acceptDifferences: true })
  const more = { [mark('line')]: mark('more') }
  const strange = { ru: { ...texts.ru, ...more }, kk: { ...texts.kk, ...more } }
  await refused(ask, 'papers.preview', { id, texts: strange, lang: 'kk' })
  await refused(ask, 'papers.save', { id, texts: strange, acceptDifferences: true })
}

const trilingual = (name: string): { ru: string; kk: string; en: string } => ({
  ru: mark(name),
  kk: mark(name),
  en: mark(name),
})

/** A rule and the calendar of a year, in other words and with the same dates. */
async function saveLaw(ask: Ask): Promise<void> {
  const { rules, years } = await ask('deadlines.law', {})
  const rule = rules.find(({ id }) => id === 'access-answer') ?? rules[0]
  const year = years.find(({ daysOff, workingWeekends }) => daysOff.length > 0 && workingWeekends.length > 0)
  if (!rule || !year) throw new Error('nothing to change')
  const named = <D extends object>(days: D[]): D[] => days.map((day) => ({ ...day, name: trilingual('day') }))
  const words = { title: trilingual('rule'), basis: trilingual('article'), source: trilingual('source') }
  await apply(ask, { type: 'rule', rule: { ...rule, ...words }, confirmed: false })
  const days = { daysOff: named(year.daysOff), workingWeekends: named(year.workingWeekends) }
  await apply(ask, { type: 'year', year: { ...year, ...days, source: trilingual('calendar') } })
}

async function apply(ask: Ask, change: Input<'deadlines.applyChange'>['change']): Promise<void> {
  const { digest } = await ask('deadlines.previewChange', { change })
  await ask('deadlines.applyChange', { change, digest, move: false })
}

const runs = [{ text: mark('run'), style: 'regular' as const }]
const body: LetterBody = [
  { type: 'paragraph', runs },
  { type: 'heading', runs },
  { type: 'list', items: [runs] },
  { type: 'table', columns: [{ share: 1, align: 'left' }], header: [runs], rows: [[runs]] },
]
const bilingual = (name: string): { ru: string; kk: string } => ({ ru: mark(name), kk: mark(name) })

/** A letter that the officer writes in words of her own. */
export function edited(caseId: Output<'cases.register'>['id']): Input<'letters.preview'> {
  const fields = { [mark('field')]: mark('value'), several: [mark('entry')] }
  return {
    caseId,
    templateId: 'registration-notice',
    lang: 'both',
    fields,
    fieldsIn: { ru: fields, kk: fields },
    bodies: { ru: body, kk: body },
    addressee: bilingual('addressee'),
  }
}
