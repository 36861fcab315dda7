import { expect, onTestFinished } from 'vitest'
import { everything } from '../../src/shared/model/list.ts'
import { startImapServer } from '../imap/loopback-server.ts'
import { pngOf } from '../pdf/png.ts'
import { issueReply, login, send, settingsFor, settled, startServer } from './correspondence.ts'
import { ruleChange } from './law-change.ts'
import { bytesOf, messages, tell, watched, type Entries, type Watched } from './recorded.ts'
import { newCase, organisation, passphrase, scratchFolder, startRegister } from './register.ts'

/** Stories in which every command of the contract is done once. */

/** `secrets` gets what no entry may hold. */
type Telling = { entriesOf: Entries; told: string[]; secrets: string[] }

const why = { reason: 'Запрошены сведения у заявителя', basis: 'внутренний порядок, п. 7' }

async function watchedRegister(
  entriesOf: Entries,
  options: Parameters<typeof startRegister>[0] = {},
): Promise<Watched> {
  const desk = watched(startRegister(options), entriesOf)
  await desk.ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
  await desk.ask('settings.saveOrganisation', organisation)
  return desk
}

export async function vaultStory({ told, entriesOf, secrets }: Telling): Promise<void> {
  const sealed = new Map<string, Uint8Array>()
  const desk = await watchedRegister(entriesOf, {
    keychain: {
      available: () => Promise.resolve(true),
      seal: (secret) => Promise.resolve(Buffer.from(String(sealed.set('one', Uint8Array.from(secret)).size))),
      open: () => Promise.resolve(sealed.get('one') ?? null),
    },
  })
  const { ask } = desk
  const folder = scratchFolder()
  const next = 'ветер степь луна конь'
  const { settings } = await ask('backups.state', {})
  await ask('backups.saveSettings', { ...settings, folder, automatic: false })
  await ask('backups.saveSettings', { ...settings, folder, automatic: true, warnAfterDays: 5 })
  await ask('backups.saveSettings', { ...settings, folder, automatic: false })
  await ask('protection.save', {
    ...(await ask('protection.read', {})),
    idleMinutes: 5,
    hideFromCapture: true,
  })
  const { code } = await ask('keys.makeRecoveryCode', { passphrase })
  await ask('keys.makeRecoveryCode', { passphrase }).then(() => ask('keys.connectKeychain', { passphrase }))
  const given = { name: 'Б. Ермеков', passphrase: next, current: passphrase } as const
  await ask('keys.add', { ...given, role: 'auditor' })
  const { slots } = await ask('keys.list', {})
  const ermekovs = slots.find(({ officer }) => officer === 'Б. Ермеков')
  await ask('keys.remove', { id: ermekovs?.id ?? '', passphrase })
  await ask('keys.add', { ...given, role: 'officer' })
  await ask('vault.lock', {})
  await desk.fail('vault.unlockByCode', { code })
  await ask('vault.unlockByKeychain', {})
  const second = await ask('keys.makeRecoveryCode', { passphrase })
  secrets.push(passphrase, next, code, second.code)
  await ask('vault.lock', {})
  await ask('vault.unlockByCode', { code: second.code })
  await ask('keys.changePassphrase', { current: '', next: passphrase })
  const byItself = { ...settings, folder, automatic: true }
  await ask('backups.saveSettings', byItself)
  await ask('backups.beforeLock', {})
  await ask('backups.saveSettings', { ...byItself, automatic: false })
  await ask('backups.make', {})
  await ask('backups.drill', {})
  await ask('keys.rekey', { passphrase })
  await ask('vault.lock', {})
  await ask('vault.unlock', { passphrase })
  told.push(...(await tell(desk)))
  const restored = watched(startRegister(), entriesOf)
  const { backups } = await restored.ask('vault.backupsIn', { folder })
  const [backup] = backups
  await restored.ask('vault.restore', {
    path: backup?.path ?? '',
    secret: { kind: 'passphrase', typed: passphrase },
  })
}

export async function casesStory({ told, entriesOf }: Telling): Promise<void> {
  const desk = await watchedRegister(entriesOf)
  const { ask } = desk
  const attachments = [{ name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([1]) }]
  const first = await ask('cases.register', newCase({ attachments }))
  const id = first.id
  const change = await ruleChange(desk, 'answer', {
    amount: 7,
    unit: 'calendarDays',
    validFrom: '2026-11-01',
  })
  const { digest } = await ask('deadlines.previewChange', { change })
  await ask('deadlines.applyChange', { change, digest, move: false })
  await ask('deadlines.applyMoves', { digest: (await ask('deadlines.pendingMoves', {})).digest })
  await ask('deadlines.confirmRule', { id: 'answer', version: 2 })
  const clockId = (await ask('cases.card', { id })).clocks[0]?.id ?? 0
  await ask('deadlines.pause', { clockId, from: '2026-11-23', ...why })
  await ask('deadlines.resume', { clockId, on: '2026-11-23' })
  await ask('deadlines.extend', { clockId, until: '2026-12-21', ...why })
  const [clock] = (await ask('cases.card', { id })).clocks
  await ask('deadlines.revokeAdjustment', { id: clock?.adjustments.at(-1)?.id ?? 0, reason: 'Не нужно' })
  await ask('cases.addNote', { id, text: 'Позвонил заявитель' })
  const powers = {
    powerNumber: '17',
    powerIssuedOn: '2026-01-10',
    powerIssuer: 'Нотариус',
    powerValidUntil: null,
  }
  const nobody = { organisation: 'ТОО «Пример»', familyName: '', givenName: '', patronymic: '', iin: '' }
  const elsewhere = { address: '', email: '', phone: '', lang: 'ru' } as const
  await ask('cases.correctApplicant', { id, applicant: { ...nobody, ...elsewhere } })
  await ask('cases.correctApplicant', { id, applicant: newCase().applicant })
  await ask('cases.setRepresentative', { id, representative: { name: 'Д. Оспанов', ...powers } })
  await ask('cases.setRepresentative', { id, representative: { name: 'Д. Оспан', ...powers } })
  await ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
  const { undo } = await ask('cases.reassign', { assignments: [{ id, assigneeId: 2 }] })
  await ask('bulk.undoReassign', { assignments: undo })
  await ask('cases.take', {
    id,
    step: { action: 'verifyIdentity', method: 'powerOfAttorney', compared: 'Доверенность' },
  })
  await ask('execution.noteRest', { caseId: id })
  const found = { found: 'found', data: 'Телефон', deed: null } as const
  const note = { ...found, categories: ['fullName', 'iinBin'] }
  await ask('execution.note', {
    caseId: id,
    systemId: 'crm',
    ...note,
    deedOn: null,
    deedMethod: '',
    proof: '',
  })
  const again = await ask('cases.register', newCase({ receivedOn: '2026-11-23' }))
  await ask('relations.relate', { id: again.id, otherNumber: first.number, type: 'related' })
  await ask('relations.relate', { id: again.id, otherNumber: first.number, type: 'follows' })
  await ask('relations.unrelate', { id: again.id, otherId: id })
  await ask('relations.merge', { id: again.id, intoNumber: first.number, reason: 'То же обращение' })
  const kind = 'rectification'
  const { number: intoNumber } = await ask('cases.register', newCase({ kind }))
  const twin = await ask('cases.register', newCase({ kind, documentsEnclosed: true }))
  await ask('relations.merge', { id: twin.id, intoNumber, reason: 'То же обращение' })
  await ask('cases.take', { id: twin.id, step: { action: 'reopen', reason: 'Другие данные' } })
  const question = await ask('cases.register', newCase({ kind: 'question' }))
  await ask('cases.take', { id: question.id, step: { action: 'takeUp' } })
  await ask('letters.saveDraft', { caseId: id, templateId: 'registration-notice', lang: 'ru', fields: {} })
  await ask('letters.dropDraft', { caseId: id })
  await ask('drafts.save', { name: 'note:1', about: first.number, value: 'Позвонил' })
  await ask('drafts.drop', { name: 'note:1' })
  await ask('reminders.take', {})
  for (const lang of ['ru', 'kk'] as const) await ask('reports.caseCard', { caseId: id, lang })
  await ask('reports.journal', { from: '2026-11-01', to: '2026-11-30', lang: 'ru' })
  await ask('reports.period', { from: '2026-11-01', to: '2026-11-30', lang: 'kk' })
  await ask('audit.notePrinted', { paper: 'caseCard', caseId: id, name: 'case-card.pdf' })
  await ask('audit.noteSaved', { paper: 'letter', caseId: id, name: '2026-0001.pdf' })
  await ask('evidence.make', { task: 'e', of: { caseNumber: first.number }, lang: 'ru' })
  await ask('bulk.issueLetters', {
    task: 'b',
    ids: [id],
    templateId: 'registration-notice',
    lang: null,
    fields: {},
  })
  await ask('tasks.cancel', { id: 'b' })
  await ask('suppression.add', { contact: 'a@example.com' })
  const { entries } = await ask('suppression.list', { before: null, limit: 5 })
  await ask('suppression.remove', { id: entries[0]?.id ?? 0, reason: 'Подписался снова' })
  await ask('suppression.checkList', { task: 'c', bytes: bytesOf('email', 'a@example.com'), lang: 'ru' })
  told.push(...(await tell(desk)))
}

export async function lettersStory({ told, entriesOf, secrets }: Telling): Promise<void> {
  const desk = await watchedRegister(entriesOf)
  const { ask } = desk
  const server = await startServer(['refuseRecipient'])
  await ask('mail.test', settingsFor(server))
  await ask('settings.saveSmtp', settingsFor(server))
  const { caseId, letterId, number } = await issueReply(desk)
  secrets.push((await ask('mail.protect', { letterId })).password, login.pass)
  const failed = await send(desk, letterId)
  await settled(desk)
  server.faults.clear()
  server.faults.add('dropBeforeAnswer')
  await ask('mail.retry', { id: failed })
  await settled(desk)
  await ask('mail.settle', { id: failed, outcome: 'failed', note: 'Не пришло' })
  server.faults.clear()
  server.faults.add('greylist')
  const waiting = await send(desk, letterId)
  await expect
    .poll(async () => (await ask('mail.outbox', { limit: 1 })).mails[0]?.failure, { timeout: 10_000 })
    .toBe('temporarilyRefused')
  await ask('mail.resume', {})
  await ask('mail.takeBack', { id: waiting })
  server.faults.clear()
  const mailId = await send(desk, letterId)
  await settled(desk)
  await ask('audit.sendHead', { lang: 'ru' })
  const sent = Buffer.from(server.received.at(-2)?.bytes ?? []).toString('latin1')
  const messageId = /^Message-ID: (<.+>)/im.exec(sent)?.[1] ?? ''
  await messages(desk, { messageId, mailId, caseNumber: (await ask('cases.card', { id: caseId })).number })
  const other = await issueReply(desk)
  await ask('letters.handOver', { id: other.letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
  const ids = [caseId, other.caseId]
  await ask('bulk.close', { task: 'close', ids, latenessReason: '' })
  await ask('bulk.undoClose', { ids })
  await ask('bulk.close', { task: 'close', ids, latenessReason: '' })
  told.push(...(await tell(desk)))
  desk.clock.set('2030-01-10T06:00:00Z')
  const basis = { ru: 'Номенклатура дел, п. 7', kk: 'Істер номенклатурасы, 7-т.' }
  await ask('retention.saveTerm', { years: 2, basis })
  const { number: caseNumber } = await ask('cases.card', { id: caseId })
  await ask('retention.hold', { caseNumber, reason: 'Иск в суде' })
  await ask('retention.release', { caseId, reason: 'Суд окончен' })
  await ask('retention.destroy', { caseIds: [caseId], method: 'anonymise', lang: 'ru' })
  await ask('retention.destroySetAside', {})
  expect(number).toMatch(/^2026-/)
  told.push(...(await tell(desk)))
}

export async function settingsStory({ told, entriesOf, secrets }: Telling): Promise<void> {
  const desk = await watchedRegister(entriesOf)
  const { ask } = desk
  await ask('settings.saveOrganisation', { ...organisation, phone: '+7 727 111 11 11' })
  await ask('settings.savePicture', { name: 'logo', png: pngOf(40, 20, [200, 30, 30]) })
  await ask('settings.savePicture', { name: 'logo', png: pngOf(40, 20, [30, 30, 200]) })
  await ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
  await ask('officers.save', { id: 2, name: 'Б. Ермеков', active: false })
  await ask('execution.saveSystem', {
    id: 'crm',
    title: { ru: 'Учёт клиентов', kk: 'Клиенттер есебі' },
    active: true,
  })
  await ask('names.save', { words: [{ word: 'Қуаныш', gender: 'male', dative: 'Қуанышу' }] })
  await ask('names.save', { words: [{ word: 'Қуаныш', gender: 'male', dative: 'Қуанышке' }] })
  await ask('names.remove', { word: 'Қуаныш', gender: 'male' })
  const view = { filter: 'open', search: '900101300126', narrow: everything, sort: null } as const
  const narrow = {
    ...everything,
    kinds: ['access', 'claim'],
    assignees: [2, 0],
    statuses: ['inWork'],
  } as const
  await ask('cases.saveView', { name: 'Мои', view })
  await ask('cases.saveView', {
    name: 'Мои',
    view: {
      ...view,
      filter: 'late',
      narrow: { ...narrow },
      sort: { by: 'received', descending: true },
    } as never,
  })
  await ask('cases.removeView', { name: 'Мои' })
  const id = 'registration-notice'
  const { texts } = await ask('templates.read', { id })
  const titled = {
    ru: { ...texts.ru, title: 'Уведомление о приёме' },
    kk: { ...texts.kk, title: 'Қабылдау туралы' },
  }
  await ask('templates.save', { id, texts: titled })
  await ask('templates.restore', { id })
  const paper = await ask('papers.read', { id: 'journal' })
  const named = { ...paper.texts, ru: { ...paper.texts.ru, title: 'Книга обращений' } }
  await ask('papers.save', { id: 'journal', texts: named, acceptDifferences: true })
  await ask('papers.restore', { id: 'journal' })
  const server = await startImapServer([bytesOf('From: a@example.com', 'Subject: x', '', 'x')], null)
  onTestFinished(() => server.close())
  const { host, port } = server
  const folder = { mailbox: 'INBOX', since: '2026-01-01', after: 'nothing', moveTo: '' } as const
  const imap = {
    host,
    port,
    security: 'none',
    caPem: '',
    user: 'officer',
    login: 'password',
    ...folder,
  } as const
  secrets.push('құпия')
  await ask('mailbox.test', { ...imap, password: 'құпия' })
  await ask('mailbox.save', { ...imap, password: 'құпия' })
  await ask('mailbox.fetch', { task: 'm' })
  told.push(...(await tell(desk)))
}
