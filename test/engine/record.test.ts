import Papa from 'papaparse'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { readHead } from '../../src/core/audit/head.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { settingsFor, startServer } from './correspondence.ts'
import { newCase, openRegister, organisation, type TestRegister } from './register.ts'

type Filter = Input<'audit.list'>['filter']

/** Everything that a filter finds, page by page. */
async function listed({ ask }: TestRegister, filter: Filter = {}, limit = 3) {
  const entries = []
  let before: number | null = null
  for (;;) {
    const page: Output<'audit.list'> = await ask('audit.list', { filter, before, limit })
    entries.push(...page.entries)
    if (page.next === null) return entries
    before = page.next
  }
}

/** Two cases on two days, and a change of the organisation between them. */
async function twoDays() {
  const register = await openRegister()
  const first = await register.ask('cases.register', newCase())
  register.clock.set('2026-11-24T18:30:00Z')
  await register.ask('settings.saveOrganisation', { ...organisation, phone: '+7 727 111 11 11' })
  register.clock.set('2026-11-24T19:00:00Z')
  const second = await register.ask('cases.register', newCase({ kind: 'claim' }))
  await register.ask('cases.card', { id: first.id })
  return { register, first, second }
}

describe('the record', () => {
  it('is listed from the newest entry on, whole, whatever the size of its pages', async () => {
    const { register } = await twoDays()
    const { entries } = await register.ask('audit.verify', {})
    for (const limit of [1, 3, 500]) {
      const seqs = (await listed(register, {}, limit)).map(({ seq }) => seq)
      expect(seqs).toEqual(Array.from({ length: entries }, (_, index) => entries - index))
    }
  })

  it('says what changed, and in which case', async () => {
    const { register, second } = await twoDays()
    const [saved] = await listed(register, { action: 'organisationSaved', from: '2026-11-24', to: null })
    expect(saved).toMatchObject({
      actor: 'Ә. Қалиева',
      caseNumber: '',
      details: { phone: { before: organisation.phone, now: '+7 727 111 11 11' } },
    })
    const [registered] = await listed(register, { action: 'caseRegistered' })
    expect(registered).toMatchObject({ caseId: second.id, caseNumber: second.number })
  })

  it.each<[string, (numbers: string[]) => Filter, string[]]>([
    ['by case', ([first = '']) => ({ caseNumber: first }), ['cardOpened', 'caseRegistered']],
    [
      'by the beginning of a number',
      ([, second = '']) => ({ caseNumber: second.slice(0, 4).toLowerCase() }),
      ['caseRegistered'],
    ],
    ['by deed', () => ({ action: 'vaultCreated' }), ['vaultCreated']],
    [
      'by a day of Almaty: it began at 19:00 UTC',
      () => ({ from: '2026-11-25', to: '2026-11-25' }),
      ['cardOpened', 'caseRegistered'],
    ],
    ['by the day before', () => ({ from: '2026-11-24', to: '2026-11-24' }), ['organisationSaved']],
    ['by disclosure', () => ({ disclosuresOnly: true }), ['cardOpened']],
    ['by an officer who did nothing', () => ({ actor: 'Б. Ержанов' }), []],
    [
      'by all of it at once',
      ([first = '']) => ({ caseNumber: first, actor: 'Ә. Қалиева', disclosuresOnly: true }),
      ['cardOpened'],
    ],
  ])('is narrowed %s', async (_how, filterOf, actions) => {
    const { register, first, second } = await twoDays()
    const found = await listed(register, filterOf([first.number, second.number]))
    expect(found.map(({ action }) => action)).toEqual(actions)
  })

  it('names who stands in it, and titles for ids', async () => {
    const { register } = await twoDays()
    const { actors, titles } = await register.ask('audit.names', {})
    expect(actors).toEqual(['Ә. Қалиева'])
    expect(titles['registration-notice']?.ru).toContain('егистрац')
  })
})

describe('the record as CSV', () => {
  it('tells every entry in words, oldest first, and is on record itself', async () => {
    const { register, second } = await twoDays()
    const { bytes, entries, name } = await register.ask('audit.export', { task: 't', filter: {}, lang: 'ru' })
    expect(name).toBe('record-2026-11-25.csv')
    const rows = Papa.parse<string[]>(new TextDecoder().decode(bytes).trim(), { delimiter: ';' }).data
    expect(rows).toHaveLength(entries + 1)
    expect(rows[0]?.[3]).toBe('Что сделано')
    const last = rows.findLast((row) => row[3] === 'Обращение зарегистрировано')
    expect(last?.[4]).toBe(second.number)
    expect(last?.[1]).toBe('2026-11-25 00:00')
    expect(rows.flat().join()).toContain('телефон: +7 727 000 00 00 → +7 727 111 11 11')
    const [exported] = await listed(register, { disclosuresOnly: true })
    expect(exported).toMatchObject({ action: 'recordExported', details: { entries } })
  })

  it('holds no formula', async () => {
    const register = await openRegister()
    const { id } = await register.ask('cases.register', newCase())
    for (const text of ['=1+1', '@SUM(A1)', '+cmd|calc', '-2+3+cmd'])
      await register.ask('cases.addNote', { id, text })
    await register.ask('settings.saveOrganisation', { ...organisation, phone: '=HYPERLINK("http://x")' })
    const { bytes } = await register.ask('audit.export', { task: 't', filter: {}, lang: 'kk' })
    const cells = Papa.parse<string[]>(new TextDecoder().decode(bytes).trim(), { delimiter: ';' }).data.flat()
    expect(cells.filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([])
    expect(cells.join()).toContain('=HYPERLINK')
  })
})

describe('the head of the record', () => {
  it.each(['ru', 'kk'] as const)(
    'is printed on every report in %s, and holds against the register',
    async (lang) => {
      const { register, first } = await twoDays()
      const period = { from: '2026-11-01', to: '2026-11-30', lang } as const
      const papers = [
        await register.ask('reports.caseCard', { caseId: first.id, lang }),
        await register.ask('reports.journal', period),
        await register.ask('reports.period', period),
      ]
      for (const { bytes } of papers) {
        const saved = readHead(await wordsOfPdf(bytes))
        expect(saved).not.toBeNull()
        expect(await register.ask('audit.verify', { saved })).toMatchObject({ saved: 'holds' })
      }
    },
  )

  it('is mailed to the operator itself, and is on record', async () => {
    const { register } = await twoDays()
    const mailed = async () => (await register.ask('audit.status', {})).mailed
    expect(await mailed()).toEqual({ at: null, overdue: true })
    expect((await register.fail('audit.sendHead', { lang: 'ru' })).code).toBe('smtpNotSet')
    const server = await startServer()
    await register.ask('settings.saveSmtp', settingsFor(server))
    const { head } = await register.ask('audit.status', {})
    expect(await register.ask('audit.sendHead', { lang: 'ru' })).toEqual({
      to: organisation.email,
      outcome: 'sent',
    })
    const [mail] = server.received
    const { attachments, text = '' } = await PostalMime.parse(mail?.bytes ?? new Uint8Array())
    expect(attachments.map(({ filename }) => filename)).toEqual([`head-${head?.seq}.txt`])
    expect(readHead(text)).toEqual({ seq: head?.seq, hash: head?.hash })
    const [sent] = await listed(register, { action: 'headSent' })
    expect(sent?.details).toMatchObject({ seq: head?.seq, sha256: head?.hash, to: organisation.email })
    expect(await mailed()).toEqual({ at: sent?.at, overdue: false })
    register.clock.set('2027-03-01T06:00:00Z')
    expect(await mailed()).toEqual({ at: sent?.at, overdue: true })
  })

  it('is not recorded as sent where the server refused it', async () => {
    const { register } = await twoDays()
    const server = await startServer(['refuseRecipient'])
    await register.ask('settings.saveSmtp', settingsFor(server))
    expect((await register.fail('audit.sendHead', { lang: 'kk' })).code).toBe('smtpFailed')
    expect(await listed(register, { action: 'headSent' })).toEqual([])
  })
})
