import { expect, it } from 'vitest'
import { issueReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

/** Whatever gives out the data of one case counts as its card opened, once a visit, whichever way it is looked at. */

const openings = async ({ ask }: TestRegister) => {
  const filter = { action: 'cardOpened' } as const
  const { entries } = await ask('audit.list', { filter, before: null, limit: 100 })
  return entries.map(({ caseNumber }) => caseNumber)
}

/** A case whose answer was sent, and the officer back after an hour. */
async function answeredCase() {
  const desk = await openRegister()
  await desk.ask('settings.saveSmtp', settingsFor(await startServer()))
  const { caseId, letterId } = await issueReply(desk)
  const mailId = await send(desk, letterId)
  await settled(desk)
  desk.clock.set('2026-11-23T12:00:00Z')
  return { desk, caseId, letterId, mailId, before: await openings(desk) }
}

type Answered = Awaited<ReturnType<typeof answeredCase>>
const looks: Record<string, (answered: Answered) => Promise<unknown>> = {
  'its card': ({ desk, caseId }) => desk.ask('cases.card', { id: caseId }),
  'what was found in the systems': ({ desk, caseId }) => desk.ask('execution.ofCase', { caseId }),
  'the letters it may get': ({ desk, caseId }) => desk.ask('letters.available', { caseId }),
  'the e-mail proposed for a letter': ({ desk, letterId }) => desk.ask('mail.compose', { letterId }),
  'what the server said of its mail': ({ desk, mailId }) => desk.ask('mail.attempts', { id: mailId }),
  'its entries in the record': ({ desk }) =>
    desk.ask('audit.list', { filter: { caseNumber: 'дс-2026-0001' }, before: null, limit: 10 }),
}

it.each(Object.entries(looks))('of a case: %s', async (_what, look) => {
  const answered = await answeredCase()
  const { desk, caseId, before } = answered
  await look(answered)
  expect(await openings(desk)).toEqual(['ДС-2026-0001', ...before])
  await look(answered)
  await desk.ask('cases.card', { id: caseId })
  expect(await openings(desk)).toEqual(['ДС-2026-0001', ...before])
})

it.each(['letters.sources', 'letters.preview'] as const)(
  'of a case, while a letter is written: %s',
  async (name) => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    await desk.ask(name, { caseId: id, templateId: 'registration-notice', lang: 'ru', fields: {} })
    expect(await openings(desk)).toEqual(['ДС-2026-0001'])
  },
)

it('of many: a list, a search and the record as it goes on open no card', async () => {
  const desk = await openRegister()
  await desk.ask('cases.register', newCase())
  const view = { filter: 'open', search: '0001' } as const
  await desk.ask('cases.list', { ...view, after: null, limit: 50 })
  await desk.ask('day.sheet', {})
  await desk.ask('audit.list', { filter: { caseNumber: 'ДС-2026' }, before: null, limit: 10 })
  expect(await openings(desk)).toEqual([])
})
