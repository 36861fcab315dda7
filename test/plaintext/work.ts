import { join } from 'node:path'
import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { everything } from '../../src/shared/model/list.ts'
import { mark, markedAddress } from './hunt.ts'

/** The work of an officer, with a mark in whatever can be typed. */

export type Ask = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
type Server = { host: string; port: number }
/** The servers to speak to, and the key that signs messages; null: they are not signed. */
export type Mail = { smtp: Server; imap: Server; dkimKey: string | null }

export const passphrase = 'степь ветер конь луна'
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
    phone: mark('phone'),
    signatory: { name: mark('signatory'), position: bilingual('position') },
    executor: { name: mark('executor'), phone: mark('executor phone') },
  })
  const account = { security: 'none', user: login.user, password: login.pass, caPem: '' } as const
  await ask('settings.saveSmtp', {
    ...account,
    ...mail.smtp,
    fromName: mark('sender'),
    fromAddress: markedAddress('sender'),
    dkim: mail.dkimKey ? { domain: 'operator.example', selector: 'secretmark77' } : null,
    dkimKey: mail.dkimKey,
  })
  await ask('mailbox.save', {
    ...account,
    ...mail.imap,
    login: 'password',
    mailbox: 'INBOX',
    since: addDays(today, -30),
    after: 'nothing',
    moveTo: mark('folder'),
  })
  await ask('names.save', { words: [{ word: 'SecretMark77', gender: null, dative: mark('dative') }] })
  await saveLetterText(ask)
  await ask('officers.save', { id: null, name: mark('second officer'), active: true })
  await ask('execution.saveSystem', { id: null, title: bilingual('system'), active: true })
  await ask('suppression.add', { contact: markedAddress('suppressed') })
  const { settings } = await ask('backups.state', {})
  await ask('backups.saveSettings', { ...settings, folder: join(folder, 'backups') })
}

async function saveLetterText(ask: Ask): Promise<void> {
  const id = 'registration-notice'
  const { texts } = await ask('templates.read', { id })
  const own = { title: mark('title'), mailSubject: mark('proposed subject'), mailText: mark('proposed text') }
  const changed = { ru: { ...texts.ru, ...own }, kk: { ...texts.kk, ...own } }
  await ask('templates.save', { id, texts: changed, acceptDifferences: true })
}

function marked(): Input<'cases.register'> {
  return {
    kind: 'access',
    channel: 'paper',
    receivedOn: today,
    documentsEnclosed: false,
    applicant: {
      organisation: '',
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
    attachments: [{ name: mark('file'), mime: 'text/plain', bytes: bytesOf(mark('content').repeat(2_000)) }],
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
  await ask('intake.setAside', { id: emailId, note: mark('why aside') })
  await ask('mailbox.fetch', { task: 'fetch' })
  await ask('drafts.save', { name: `note:${id}`, about: mark('about'), value: mark('half typed') })
  const draft = { caseId: id, templateId: 'registration-notice', lang: 'kk', fields: {} } as const
  const { sha256 } = await ask('letters.preview', draft)
  const letter = await ask('letters.issue', { sha256 })
  const message = { subject: mark('mail subject'), text: mark('mail text') }
  const to = markedAddress('recipient')
  await ask('mail.send', { letterId: letter.id, to, addressChecked: true, ...message })
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
  const view = { filter: 'all', search: mark('kept search'), narrow: everything, sort: null } as const
  await ask('cases.saveView', { name: mark('view'), view })
  await ask('letters.saveDraft', {
    caseId: id,
    templateId: 'registration-notice',
    lang: 'ru',
    fields: {},
    addressee: bilingual('addressee'),
  })
}

function listed(search: string): Input<'cases.list'> {
  return { filter: 'all', search, after: null, limit: 10 }
}
