import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import { begin, register, workAt, type Work } from './past-work.ts'

/*
 * Makes a vault with something on every screen, and a key for an auditor: an old case past its term, one that is held, open
 * ones with a letter that waits to go, a blocking, an extension, notes and a link, messages that wait and one that was set aside.
 * `node test/e2e/audited-vault.ts FOLDER PASSPHRASE AUDITOR_PASSPHRASE`
 */

const [folder = '', passphrase = '', auditorPassphrase = ''] = process.argv.slice(2)

const old = workAt(Date.parse('2024-03-05T06:00:00Z'), folder)
await begin(old, passphrase)
for (const reason of ['Зарегистрировано дважды', 'Передано в суд']) {
  const id = await register(old, '2024-03-04', 1)
  await old.ask('cases.take', { id, step: { action: 'annul', reason } })
}
await setAside(old)
await old.close()

const now = Date.now()
const today = almatyDate(now)
const work = workAt(now, folder)
const { ask } = work
await ask('vault.unlock', { passphrase })
const basis = { ru: 'Номенклатура дел', kk: 'Істер номенклатурасы' }
await ask('retention.saveTerm', { years: 1, basis })
await ask('retention.hold', { caseNumber: 'ДС-2024-0002', reason: 'Дело в суде' })
await answered()
await blocked()
await message('request.eml', 'Запрос персональных данных', 'Прошу сообщить, какие мои данные вы храните.')
await message('reply.eml', 'Спасибо', 'Получила, спасибо.')
await ask('suppression.add', { contact: 'gulnar@example.com' })
await ask('names.save', { words: [{ word: 'Сейтқали', gender: null, dative: 'Сейтқали' }] })
await ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
await ask('cases.saveView', {
  name: 'Все',
  view: { filter: 'all', search: '', narrow: narrow(), sort: null },
})
await ask('keys.add', {
  name: 'Т. Аудитор',
  role: 'auditor',
  passphrase: auditorPassphrase,
  current: passphrase,
})
await work.close()

/** An access case with findings, notes and a letter that waits for a server that does not answer. */
async function answered(): Promise<void> {
  const id = await register(work, today, 1_000)
  const other = await register(work, today, 10)
  const { number } = await ask('cases.card', { id })
  await ask('cases.addNote', { id, text: 'Просил перезвонить после обеда' })
  await ask('relations.relate', { id: other, otherNumber: number, type: 'related' })
  const { clocks } = (await ask('cases.card', { id })) as { clocks: { id: number }[] }
  const clockId = clocks[0]?.id
  const until = addDays(today, 30)
  await ask('deadlines.extend', { clockId, until, reason: 'Ждём документ', basis: 'Письмо заявителя' })
  await verify(id)
  await ask('execution.note', {
    caseId: id,
    systemId: 'crm',
    found: 'found',
    categories: [],
    data: 'контактные данные',
    deed: null,
    deedOn: null,
    deedMethod: '',
    proof: '',
  })
  await ask('settings.saveSmtp', {
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    user: '',
    password: '',
    fromName: 'АО «Пример Телеком»',
    fromAddress: 'privacy@operator.example',
    caPem: '',
  })
  for (const sends of [true, false]) {
    const draft = { caseId: id, templateId: 'registration-notice', lang: 'ru', fields: {} }
    const { sha256 } = await ask('letters.preview', draft)
    const letter = await ask('letters.issue', { sha256 })
    const words = { subject: 'Ответ', text: 'Ответ во вложении.' }
    const mail = { letterId: letter['id'], to: 'gulnar@example.com', addressChecked: true, ...words }
    if (sends) await ask('mail.send', mail)
  }
}

async function blocked(): Promise<void> {
  const id = await register(work, today, 10, 'rectification')
  await verify(id)
  const what = 'Номер телефона'
  await ask('cases.take', { id, step: { action: 'block', blockedOn: today, what, systems: ['crm'] } })
}

async function verify(id: unknown): Promise<void> {
  const compared = 'Личность сверена по документу'
  await ask('cases.take', { id, step: { action: 'verifyIdentity', method: 'inPerson', compared } })
}

async function setAside(at: Work): Promise<void> {
  const bytes = new TextEncoder().encode('From: a@example.com\r\nSubject: Advertising\r\n\r\nBuy')
  const { emailId } = await at.ask('intake.read', { bytes })
  await at.ask('intake.setAside', { id: emailId, note: 'Реклама' })
}

async function message(id: string, subject: string, text: string): Promise<void> {
  const head = `From: Shynar <shynar@example.com>\r\nMessage-ID: <${id}@example.com>\r\n`
  const type = 'Content-Type: text/plain; charset=utf-8\r\n'
  const bytes = new TextEncoder().encode(`${head}${type}Subject: ${subject}\r\n\r\n${text}`)
  await ask('intake.read', { bytes })
}

function narrow(): object {
  const lists = { kinds: [], statuses: [], channels: [], langs: [], sites: [], assignees: [] }
  return { ...lists, receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null }
}
