import { describe, expect, it } from 'vitest'
import { AuditAction } from '../../src/shared/model/audit.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { faultsOfPdf } from '../pdf/structure.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { decide, issueReply } from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

/** Three cases of November: one answered by post, one late, one just come. */
async function november(): Promise<{ desk: TestRegister; answered: number }> {
  const desk = await openRegister()
  const { caseId, letterId } = await issueReply(desk)
  await desk.ask('letters.handOver', {
    id: letterId,
    method: 'post',
    on: '2026-11-23',
    note: 'RR000000000KZ',
  })
  const late = await desk.ask('cases.register', newCase({ kind: 'access', receivedOn: '2026-11-02' }))
  await decide(desk, late.id)
  await desk.ask('cases.register', newCase({ kind: 'optout', receivedOn: '2026-11-23' }))
  return { desk, answered: caseId }
}

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ')
const period = { from: '2026-11-01', to: '2026-11-30' }

describe.each(['ru', 'kk'] as const)('papers of the office in %s', (lang) => {
  it('show a case with its clocks, letters and history', async () => {
    const { desk, answered } = await november()
    const { bytes, name } = await desk.ask('reports.caseCard', { caseId: answered, lang })
    expect(faultsOfPdf(bytes)).toEqual([])
    const words = inOneLine(await wordsOfPdf(bytes))
    const card = await desk.ask('cases.card', { id: answered })
    for (const told of [card.number, card.applicant.familyName, 'RR000000000KZ', 'Ә. Қалиева', '2026-0001'])
      expect(words).toContain(told)
    expect(words).not.toContain('undefined')
    expect(name).toBe('case-card.pdf')
    expect(card.history.at(-1)).toMatchObject({ action: 'documentMade', details: { lang } })
  })

  it('list the cases of a period on wide paper, and none outside it', async () => {
    const { desk } = await november()
    const { bytes } = await desk.ask('reports.journal', { ...period, lang })
    expect(faultsOfPdf(bytes)).toEqual([])
    const words = inOneLine(await wordsOfPdf(bytes))
    expect(words).toContain('ОР-2026-0001')
    expect(words.match(/ДС-2026-\d{4}/g)).toHaveLength(2)
    const { bytes: empty } = await desk.ask('reports.journal', { from: '2026-10-01', to: '2026-10-31', lang })
    expect(inOneLine(await wordsOfPdf(empty))).not.toContain('ДС-2026')
  })

  it('count a period by kind, decision and lateness', async () => {
    const { desk } = await november()
    const { bytes } = await desk.ask('reports.period', { ...period, lang })
    expect(faultsOfPdf(bytes)).toEqual([])
    const words = inOneLine(await wordsOfPdf(bytes))
    const texts = loadPacks('resources').reports.period[lang]
    expect(words).toContain(`${texts.total}: 3`)
    expect(words).toContain(`${texts.answered}: 1`)
    expect(words).toContain(texts.noReason)
  })
})

describe('a paper of the office', () => {
  it('is refused for a period that ends before it begins, and recorded when it is made', async () => {
    const { desk } = await november()
    expect(
      (await desk.fail('reports.journal', { from: '2026-11-30', to: '2026-11-01', lang: 'ru' })).code,
    ).toBe('dateTooEarly')
    await desk.ask('reports.journal', { ...period, lang: 'ru' })
    expect((await desk.ask('audit.verify', {})).brokenAt).toBeNull()
  })

  it('shows whatever the register holds, by its code where the font has no such character', async () => {
    const desk = await openRegister()
    const applicant = { ...newCase().applicant, familyName: 'Ким 🙂' }
    const { id } = await desk.ask('cases.register', newCase({ applicant }))
    const { bytes } = await desk.ask('reports.caseCard', { caseId: id, lang: 'ru' })
    expect(inOneLine(await wordsOfPdf(bytes))).toContain('Ким [U+1F642]')
  })

  it('has a word for every deed of the record', () => {
    const { deeds } = loadPacks('resources').reports.words
    expect(AuditAction.options.filter((action) => !deeds[action])).toEqual([])
  })
})
