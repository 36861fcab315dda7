import { join } from 'node:path'
import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import type { CaseKind } from '../../src/shared/model/case.ts'
import { everything } from '../../src/shared/model/list.ts'
import { refused, type Ask } from './asking.ts'
import { mark, markedAddress } from './hunt.ts'
import { typeInVain } from './refusals.ts'
import { makeKeys, passphrase } from './secrets.ts'
import { takeSteps, writeOf } from './steps.ts'
import { edited, saveTexts } from './texts.ts'

/** The work of an officer, with a mark in whatever can be typed. */

type Server = { host: string; port: number }
/** The servers to speak to, and the key that signs messages; null: they are not signed. */
export type Mail = { smtp: Server; imap: Server; dkimKey: string | null }

/** What the mail server asks for. */
export const login = { user: mark('user'), pass: mark('password') }

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const today = almatyDate(Date.now())
const bilingual = (name: string): { ru: string; kk: string } => ({ ru: mark(name), kk: mark(name) })

/** What lies in the mailbox of requests. */
export const mailbox: readonly Uint8Array[] = ['first', 'second'].map((name) =>
  bytesOf(
    `From: ${markedAddress(name)}\r\nTo: ${markedAddress('mailbox')}\r\nSubject: ${name} SecretMark77\r\n` +
      `Message-ID: <${markedAddress(`id.${name}`)}>\r\n\r\n${mark(name)}\r\n`,
  ),
)

/** A vault, and marks in all its settings. */
export async function setUp(ask: Ask, mail: Mail, folder: string): Promise<void> {
  await ask('vault.create', { passphrase, officer: mark('officer') })
  const { suggested } = await ask('settings.read', {})
  await ask('settings.saveOrganisation', {
    ...suggested,
    name: bilingual('operator'),
    address: bilingual('operator address'),
    bin: mark('bin'),
    phone: mark('phone'),
    email: markedAddress('operator'),
    website: mark('website'),
    signatory: { name: mark('signatory'), position: bilingual('position') },
    executor: { name: mark('executor'), phone: mark('executor phone') },
  })
  await connect(ask, mail)
  await ask('names.save', { words: [{ word: 'SecretMark77', gender: null, dative: mark('dative') }] })
  await saveTexts(ask)
  await makeKeys(ask)
  await ask('officers.save', { id: null, name: mark('second officer'), active: true })
  await ask('execution.saveSystem', { id: null, title: bilingual('system'), active: true })
  await ask('suppression.add', { contact: markedAddress('suppressed') })
  const { settings } = await ask('backups.state', {})
  await ask('backups.saveSettings', { ...settings, folder: join(folder, 'backups') })
}

/** The mail servers: first some that are not there, then those that are. */
async function connect(ask: Ask, mail: Mail): Promise<void> {
  const account = { security: 'none', user: login.user, password: login.pass, caPem: '' } as const
  const nowhere = { ...account, host: 'secretmark77.invalid', port: 9, caPem: mark('authority') }
  const sender = { fromName: mark('sender'), fromAddress: markedAddress('sender') }
  const dkim = { domain: 'secretmark77.example', selector: 'secretmark77' }
  const smtp = { ...nowhere, ...sender, dkim, dkimKey: mark('key') }
  await ask('settings.saveSmtp', { ...smtp, dkim: null, dkimKey: null })
  await refused(ask, 'settings.saveSmtp', smtp)
  await refused(ask, 'mail.test', smtp)
  await ask('mail.test', { ...smtp, ...mail.smtp, dkim: null, dkimKey: null })
  await ask('settings.saveSmtp', {
    ...account,
    ...mail.smtp,
    ...sender,
    dkim: mail.dkimKey ? dkim : null,
    dkimKey: mail.dkimKey,
  })
  const since = addDays(today, -30)
  const box = { login: 'password', since, after: 'nothing', moveTo: mark('folder') } as const
  const imap = { ...nowhere, ...box, mailbox: mark('mailbox') }
  await ask('mailbox.save', imap)
  await ask('mailbox.test', { ...imap, ...mail.imap })
  await ask('mailbox.save', { ...account, ...mail.imap, ...box, mailbox: 'INBOX' })
}

function marked(kind: CaseKind = 'access'): Input<'cases.register'> {
  return {
    kind,
    channel: 'paper',
    receivedOn: addDays(today, -1),
    documentsEnclosed: false,
    applicant: {
      organisation: mark('organisation'),
      familyName: mark('family name'),
      givenName: mark('given name'),
      patronymic: mark('patronymic'),
      iin: 'SecretMark77',
      address: mark('address'),
      email: markedAddress('applicant'),
      phone: mark('phone'),
      lang: 'kk',
    },
    representative: {
      name: mark('representative'),
      powerNumber: mark('power'),
      powerIssuedOn: today,
      powerIssuer: mark('notary'),
      powerValidUntil: addDays(today, 30),
    },
    details: {
      ground: null,
      demand: mark('demand'),
      amountTiyn: null,
      referenceNumber: mark('reference'),
      referenceOn: null,
      statedDueOn: null,
    },
    site: mark('site'),
    subject: mark('subject'),
    text: `${mark('text')} ${'и ещё слова '.repeat(5_000)} ${mark('end of text')}`,
    emailId: null,
    attachments: [{ name: mark('file'), mime: mark('type'), bytes: bytesOf(mark('content').repeat(2_000)) }],
  }
}

/** A case from its receipt to a mail, with marks in all that one can type on the way. */
export async function work(ask: Ask): Promise<void> {
  const { id } = await ask('cases.register', marked())
  await ask('cases.addNote', { id, text: mark('note') })
  const verification = { method: 'powerOfAttorney', compared: mark('compared') } as const
  await ask('cases.take', { id, step: { action: 'verifyIdentity', ...verification } })
  await ask('execution.noteRest', { caseId: id })
  await workOn(ask, id)
  const view = await ask('cases.list', listed(mark('search')))
  if (view.rows.length > 0) throw new Error('what nobody wrote was found')
  const eml = `From: ${markedAddress('writer')}\r\nSubject: SecretMark77\r\nMessage-ID: <${markedAddress(`id${id}`)}>\r\n\r\nSecretMark77`
  const { emailId } = await ask('intake.read', { bytes: bytesOf(eml) })
  await refused(ask, 'intake.attach', { id: emailId, caseNumber: mark('no case') })
  await ask('intake.setAside', { id: emailId, note: mark('why aside') })
  await ask('mailbox.fetch', { task: mark('fetch') })
  await ask('drafts.save', { name: `note:${id}`, about: mark('about'), value: mark('half typed') })
  const draft = { caseId: id, templateId: 'registration-notice', lang: 'kk', fields: {} } as const
  const { sha256 } = await ask('letters.preview', draft)
  const letter = await ask('letters.issue', { sha256 })
  const message = { subject: mark('mail subject'), text: mark('mail text') }
  const to = markedAddress('recipient')
  const unverifiedReason = mark('why unverified')
  await ask('mail.send', { letterId: letter.id, to, addressChecked: true, unverifiedReason, ...message })
}

/** What is written about a case besides its letters. */
async function workOn(ask: Ask, id: Output<'cases.register'>['id']): Promise<void> {
  await ask('execution.note', {
    caseId: id,
    systemId: 'crm',
    categories: ['fullName'],
    found: 'found',
    data: mark('data'),
    deed: 'disclosed',
    deedOn: today,
    deedMethod: mark('deed method'),
    deedBy: mark('deed by'),
    proof: mark('proof'),
  })
  const { clocks, number } = await ask('cases.card', { id })
  const clockId = clocks[0]?.id ?? 0
  const extension = { reason: mark('extension'), basis: mark('basis') }
  await ask('deadlines.extend', { clockId, until: addDays(today, 30), ...extension })
  await ask('retention.hold', { caseNumber: number, reason: mark('hold') })
  await ask('retention.release', { caseId: id, reason: mark('release') })
  const { id: again, number: againNumber } = await ask('cases.register', marked())
  await ask('relations.merge', { id: again, intoNumber: number, reason: `${mark('merge')} ${againNumber}` })
  const narrow = { ...everything, sites: [mark('site')] }
  const view = { filter: 'all', search: mark('kept search'), narrow, sort: null } as const
  await ask('cases.saveView', { name: mark('view'), view })
  await ask('letters.saveDraft', edited(id))
  const { sha256 } = await ask('letters.preview', edited(id))
  const letter = await ask('letters.issue', { sha256, acceptDifferences: true })
  const handing = { note: mark('handed over'), unverifiedReason: mark('why unverified') }
  await ask('letters.handOver', { id: letter.id, method: 'inPerson', on: today, ...handing })
  await ask('letters.saveDraft', edited(id))
  await writeOf(ask, id)
  await takeSteps(ask, async (kind) => (await ask('cases.register', marked(kind))).id)
  await typeInVain(ask, id)
}

function listed(search: string): Input<'cases.list'> {
  const after = { value: mark('last row'), id: 1 as never, tier: 'exact' } as const
  const narrow = { ...everything, sites: [mark('site')] }
  return { filter: 'all', search, narrow, after, limit: 10 }
}
