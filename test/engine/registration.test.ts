import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import type { CaseKind } from '../../src/shared/model/case.ts'
import { detailsOf, newCase, openRegister, type TestRegister } from './register.ts'

async function register(
  { ask }: TestRegister,
  change: Parameters<typeof newCase>[0] = {},
): Promise<{ id: number; number: string }> {
  return ask('cases.register', newCase(change))
}

describe('registration', () => {
  it('numbers each kind and year without gaps, though some are refused', async () => {
    const desk = await openRegister({ now: '2026-12-31T10:00:00Z' })
    expect((await register(desk)).number).toBe('ДС-2026-0001')
    await desk.fail('cases.register', newCase({ receivedOn: '2027-01-05' }))
    expect((await register(desk)).number).toBe('ДС-2026-0002')
    expect((await register(desk, { kind: 'claim' })).number).toBe('ПР-2026-0001')
    // 00:30 on 1 January in Almaty, still the old year in UTC.
    desk.clock.set('2026-12-31T19:30:00Z')
    expect((await register(desk)).number).toBe('ДС-2027-0001')
  })

  it('starts the clocks of each kind', async () => {
    const desk = await openRegister()
    const clocksOf = async (change: Parameters<typeof newCase>[0]): Promise<Record<string, string>> => {
      const { clocks } = await desk.ask('cases.card', await register(desk, change))
      return Object.fromEntries(clocks.map((clock) => [clock.ruleId, clock.dueOn]))
    }
    // Received on Friday 20 November 2026.
    expect(await clocksOf({ kind: 'access' })).toEqual({ answer: '2026-11-25' })
    expect(await clocksOf({ kind: 'withdrawal' })).toEqual({
      'withdrawal-answer': '2026-11-25',
      // 15 calendar days end on Saturday 5 December.
      'stop-processing-limit': '2026-12-07',
    })
    expect(await clocksOf({ kind: 'rectification', documentsEnclosed: true })).toEqual({
      answer: '2026-11-25',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
      rectify: '2026-11-23',
    })
    // 30 calendar days end on Sunday 20 December.
    expect(await clocksOf({ kind: 'claim' })).toEqual({ 'claim-answer': '2026-12-21' })
    // Unlawful processing is said: the data are blocked at once, whatever is found later.
    expect(await clocksOf({ kind: 'blocking' })).toEqual({
      answer: '2026-11-25',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
    })
    expect(await clocksOf({ kind: 'destruction' })).toEqual({
      answer: '2026-11-25',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
      'delete-limit': '2026-12-07',
    })
    const notNeeded = { ...detailsOf('destruction'), ground: 'notNeeded' as const }
    expect(await clocksOf({ kind: 'destruction', details: notNeeded })).toEqual({
      answer: '2026-11-25',
      'delete-limit': '2026-12-07',
    })
    expect(await clocksOf({ kind: 'optout' })).toEqual({ 'stop-mailings': '2026-11-23' })
    expect(await clocksOf({ kind: 'question' })).toEqual({ 'question-answer': '2026-11-27' })
    expect(await clocksOf({ kind: 'authority' })).toEqual({ 'authority-answer': '2026-12-04' })
    const unlawful = { ...detailsOf('authority'), ground: 'unlawful' as const }
    expect(await clocksOf({ kind: 'authority', details: unlawful })).toEqual({
      'authority-answer': '2026-12-04',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
    })
  })

  it('refuses a request that lacks what its kind asks for, and takes no number', async () => {
    const desk = await openRegister()
    const lacks = async (
      kind: CaseKind,
      change: Partial<Input<'cases.register'>['details']> = {},
    ): Promise<unknown> => {
      const details = { ...detailsOf(kind), ...change }
      return (await desk.fail('cases.register', newCase({ kind, details }))).details
    }
    expect(await lacks('rectification', { demand: ' ' })).toEqual({ field: 'demand' })
    expect(await lacks('claim', { demand: '', amountTiyn: null })).toEqual({ field: 'demand' })
    // A sum alone is a demand.
    const sum = { ...detailsOf('claim'), demand: '', amountTiyn: 5_000_000 }
    expect((await register(desk, { kind: 'claim', details: sum })).number).toBe('ПР-2026-0001')
    const applicant = { ...newCase().applicant, email: 'нет', phone: 'не помню' }
    expect((await desk.fail('cases.register', newCase({ kind: 'optout', applicant }))).details).toEqual({
      field: 'contact',
    })
    expect(await lacks('blocking', { ground: 'notNeeded' })).toEqual({ field: 'ground' })
    expect(await lacks('authority', { referenceNumber: '' })).toEqual({ field: 'referenceNumber' })
    expect(await lacks('authority', { statedDueOn: '2026-11-19' })).toEqual({ earliest: '2026-11-20' })
    const nobody = { ...newCase().applicant, familyName: '' }
    expect((await desk.fail('cases.register', newCase({ applicant: nobody }))).details).toEqual({
      field: 'familyName',
    })
    expect((await register(desk, { kind: 'authority' })).number).toBe('УО-2026-0001')
  })

  it('forecasts the very dates it then gives', async () => {
    const desk = await openRegister()
    const forecast = await desk.ask('cases.forecast', {
      kind: 'access',
      receivedOn: '2026-11-20',
      documentsEnclosed: false,
      ground: null,
      statedDueOn: null,
    })
    const { clocks } = await desk.ask('cases.card', await register(desk))
    expect(clocks.map((clock) => clock.dueOn)).toEqual(forecast.clocks.map((clock) => clock.dueOn))
    expect(clocks[0]?.trace).toEqual(forecast.clocks[0]?.trace)
    expect(clocks[0]).toMatchObject({ ruleConfirmed: false, provisional: false, daysLeft: 2, late: false })
  })

  it('refuses impossible dates and years without a calendar, and keeps nothing', async () => {
    const desk = await openRegister({ now: '2028-12-29T06:00:00Z' })
    const refusal = async (receivedOn: string): Promise<string> =>
      (await desk.fail('cases.register', newCase({ receivedOn }))).code
    expect(await refusal('2028-12-30')).toBe('dateInFuture')
    expect(await refusal('2012-01-01')).toBe('dateTooEarly')
    expect(await refusal('2023-06-01')).toBe('ruleMissing')
    expect(await refusal('2028-02-30')).toBe('inputInvalid')
    expect(await refusal('29.12.2028')).toBe('inputInvalid')
    expect(await desk.fail('cases.register', newCase({ receivedOn: '2028-12-28' }))).toEqual({
      code: 'calendarYearMissing',
      details: { year: 2029 },
    })
    expect(
      (await desk.ask('cases.list', { search: '', filter: 'all', after: null, limit: 10 })).rows,
    ).toEqual([])
  })

  it('takes a text of 1 MB whole', async () => {
    const desk = await openRegister()
    const text = 'Қ'.repeat(524_288)
    const { id } = await register(desk, { text })
    expect((await desk.ask('cases.card', { id })).text).toBe(text)
    const tooLong = await desk.fail('cases.register', newCase({ text: 'a'.repeat(2_000_001) }))
    expect(tooLong).toEqual({ code: 'textTooLong', details: { field: 'text', limit: 2_000_000 } })
    const familyName = 'Ә'.repeat(10_000)
    const longName = newCase({ applicant: { ...newCase().applicant, familyName } })
    expect(await desk.fail('cases.register', longName)).toEqual({
      code: 'textTooLong',
      details: { field: 'familyName', limit: 300 },
    })
  })

  it('takes an attachment of 50 MB whole, and refuses one above the limit', async () => {
    const desk = await openRegister()
    const bytes = new Uint8Array(50 * 1_048_576).fill(7)
    const { id } = await register(desk, { attachments: [{ name: 'скан.bin', mime: '', bytes }] })
    const { attachments } = await desk.ask('cases.card', { id })
    expect(attachments).toMatchObject([{ name: 'скан.bin', size: bytes.length }])
    const stored = await desk.ask('cases.attachment', { id: attachments[0]?.id ?? 0 })
    expect(Buffer.compare(stored.bytes, bytes)).toBe(0)
    const huge = { name: 'a', mime: '', bytes: new Uint8Array(101 * 1_048_576) }
    expect(await desk.fail('cases.register', newCase({ attachments: [huge] }))).toEqual({
      code: 'attachmentTooLarge',
      details: { limitMiB: 100 },
    })
  })
})
