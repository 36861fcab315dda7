import { dirname } from 'node:path'
import Papa from 'papaparse'
import { expect } from 'vitest'
import { textsOf } from '../../src/renderer/i18n/index.ts'
import { describeDetails } from '../../src/renderer/screens/cases/card/describeDetails.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { engineContract, findCall } from '../../src/shared/contract/index.ts'
import type { AuditAction } from '../../src/shared/model/audit.ts'
import type { RecordEntry } from '../../src/shared/contract/audit.ts'
import { formsOf, hunt } from '../plaintext/hunt.ts'
import type { TestRegister } from './register.ts'

/** What the record tells after each command of the contract. */
export const deeds: Partial<Record<CallName, AuditAction>> = {
  'vault.create': 'vaultCreated',
  'vault.unlock': 'vaultUnlocked',
  'vault.unlockByCode': 'vaultUnlocked',
  'vault.unlockByKeychain': 'vaultUnlocked',
  'vault.restore': 'vaultRestored',
  'vault.lock': 'vaultLocked',
  'keys.changePassphrase': 'passphraseChanged',
  'keys.makeRecoveryCode': 'recoveryCodeMade',
  'keys.add': 'keyAdded',
  'keys.remove': 'keyRemoved',
  'keys.rekey': 'rekeyed',
  'keys.connectKeychain': 'keyAdded',
  'backups.saveSettings': 'backupSettingsSaved',
  'backups.make': 'backupMade',
  'backups.beforeLock': 'backupMade',
  'backups.drill': 'backupDrilled',
  'protection.save': 'protectionSaved',
  'cases.register': 'caseRegistered',
  'cases.take': 'takenUp',
  'cases.correctApplicant': 'applicantCorrected',
  'cases.setRepresentative': 'representativeSet',
  'cases.addNote': 'noteAdded',
  'cases.reassign': 'reassigned',
  'cases.saveView': 'viewSaved',
  'cases.removeView': 'viewRemoved',
  'deadlines.confirmRule': 'ruleConfirmed',
  'deadlines.applyChange': 'ruleSaved',
  'deadlines.applyMoves': 'clockMoved',
  'deadlines.pause': 'clockPaused',
  'deadlines.resume': 'clockResumed',
  'deadlines.extend': 'clockExtended',
  'deadlines.revokeAdjustment': 'adjustmentRevoked',
  'execution.note': 'systemNoted',
  'execution.noteRest': 'systemNoted',
  'execution.saveSystem': 'systemSaved',
  'suppression.add': 'suppressed',
  'suppression.remove': 'unsuppressed',
  'suppression.checkList': 'listChecked',
  'intake.read': 'messageTaken',
  'intake.attach': 'messageAttached',
  'intake.fileReport': 'mailReported',
  'intake.setAside': 'messageSetAside',
  'intake.takeBack': 'messageTakenBack',
  'letters.issue': 'letterIssued',
  'letters.handOver': 'letterHandedOver',
  'mail.protect': 'passwordMade',
  'mail.send': 'mailQueued',
  'mail.retry': 'mailRetried',
  'mail.takeBack': 'mailTakenBack',
  'mail.settle': 'mailSettled',
  'mailbox.save': 'mailboxSaved',
  'mailbox.fetch': 'mailboxFetched',
  'names.save': 'dativeWordsSaved',
  'names.remove': 'dativeWordRemoved',
  'officers.save': 'officerSaved',
  'relations.relate': 'related',
  'relations.unrelate': 'unrelated',
  'relations.merge': 'merged',
  'reports.caseCard': 'documentMade',
  'reports.journal': 'documentMade',
  'reports.period': 'documentMade',
  'evidence.make': 'evidenceMade',
  'retention.saveTerm': 'retentionSaved',
  'retention.hold': 'caseHeld',
  'retention.release': 'caseReleased',
  'retention.destroy': 'actMade',
  'retention.destroySetAside': 'setAsideDestroyed',
  'bulk.close': 'closed',
  'bulk.undoClose': 'closeUndone',
  'bulk.undoReassign': 'reassigned',
  'bulk.issueLetters': 'letterIssued',
  'settings.savePicture': 'pictureSaved',
  'settings.saveOrganisation': 'organisationSaved',
  'settings.saveSmtp': 'smtpSaved',
  'audit.export': 'recordExported',
  'audit.notePrinted': 'printed',
  'audit.noteSaved': 'paperSaved',
  'audit.sendHead': 'headSent',
  'papers.save': 'letterTextSaved',
  'papers.restore': 'letterTextRestored',
  'templates.save': 'letterTextSaved',
  'templates.restore': 'letterTextRestored',
}

/** The commands that leave no entry, and why. */
export const unrecorded: Partial<Record<CallName, string>> = {
  'drafts.save': 'a form is half filled, nothing was done yet; it comes with every pause in the typing',
  'drafts.drop': 'as drafts.save',
  'letters.saveDraft': 'a letter is being written; what is issued of it is on record',
  'letters.dropDraft': 'as letters.saveDraft',
  'reminders.take': 'the program remembers what it has reminded of',
  'mail.resume': 'mails that wait are tried at once; each attempt is on record',
  'mail.test': 'asks the server, changes nothing',
  'mailbox.test': 'asks the server, changes nothing',
  'tasks.cancel': 'ends work of the program; what was done until then is on record',
}

/** What the outbox does by itself, whatever else is asked meanwhile. */
export const byItself: readonly AuditAction[] = [
  'mailSending',
  'mailDeferred',
  'mailSent',
  'mailFailed',
  'mailUnknown',
]

export const commands = Object.entries(engineContract).flatMap(([noun, calls]) =>
  Object.entries(calls).flatMap(([verb, { kind }]) => (kind === 'command' ? [`${noun}.${verb}`] : [])),
)

/** The entries that each command left. */
export type Entries = Map<string, RecordEntry[]>

/** Whatever was typed: texts of people, which no file of the program says by itself. */
function textsIn(input: unknown): string[] {
  if (typeof input === 'string') return Buffer.byteLength(input) >= 8 && /[^!-~]|@/.test(input) ? [input] : []
  if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return []
  return Object.values(input).flatMap(textsIn)
}

export type Watched = TestRegister & {
  /** What was typed into commands so far. */
  typed: ReadonlySet<string>
}

/**
 * A register whose commands are watched. What locks the vault is looked for when it is open again.
 */
export function watched(desk: TestRegister, entriesOf: Entries): Watched {
  const typed = new Set<string>()
  let last = 0
  let waiting: string[] = []
  const note = async (name: string): Promise<void> => {
    waiting.push(name)
    if ((await desk.ask('vault.status', {})).state !== 'open') return
    const { entries } = await desk.ask('audit.list', { filter: {}, before: null, limit: 500 })
    const fresh = entries.filter(({ seq }) => seq > last)
    for (const one of waiting) entriesOf.set(one, [...(entriesOf.get(one) ?? []), ...fresh])
    waiting = []
    last = entries[0]?.seq ?? 0
  }
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = await desk.ask(name, input)
    if (findCall(engineContract, name)?.kind !== 'command') return answer
    textsIn(input).forEach((text) => typed.add(text))
    await note(name)
    return answer
  }
  return { ...desk, ask, typed }
}

/**
 * The details of every entry as the officer exports them, and as the screen shows them. Nothing of what was typed may lie
 * in the clear by then.
 */
export async function tell({ ask, typed, folder }: Watched): Promise<string[]> {
  const longest = 200
  const needles = [...typed].flatMap((text) => formsOf(text.slice(0, longest)))
  expect(typed.size).toBeGreaterThan(10)
  expect(hunt(dirname(folder), needles).found).toEqual([])
  expect(await ask('audit.verify', {})).toMatchObject({ brokenAt: null, faults: [] })
  const told: string[] = []
  for (const lang of ['ru', 'kk'] as const) {
    const { bytes } = await ask('audit.export', { task: 't', filter: {}, lang })
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trim(), { delimiter: ';' })
    told.push(...data.slice(1).map((row) => row[5] ?? ''))
  }
  const { titles } = await ask('audit.names', {})
  const { entries } = await ask('audit.list', { filter: {}, before: null, limit: 500 })
  for (const lang of ['ru', 'kk'] as const) {
    const names = Object.fromEntries(Object.entries(titles).map(([id, title]) => [id, title[lang]]))
    told.push(...entries.flatMap((entry) => describeDetails(entry, textsOf(lang), names)))
  }
  return told
}

export const bytesOf = (...lines: string[]): Uint8Array => new Uint8Array(Buffer.from(lines.join('\r\n')))
/** Messages that come: a report, one that is put to a case, one that is no request. */
export async function messages(
  { ask }: TestRegister,
  { messageId, mailId, caseNumber }: { messageId: string; mailId: number; caseNumber: string },
): Promise<void> {
  const status = ['Final-Recipient: rfc822; gulnar@example.com', 'Action: delivered', 'Status: 2.0.0']
  const report = bytesOf(
    'From: MAILER-DAEMON@mx.example.com',
    'Subject: Delivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    ...status,
    '',
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--r--',
    '',
  )
  const filed = await ask('intake.read', { bytes: report })
  await ask('intake.fileReport', { id: filed.emailId, mailId })
  const letter = (subject: string) => bytesOf('From: b@example.com', `Subject: ${subject}`, '', subject)
  const one = await ask('intake.read', { bytes: letter('one') })
  await ask('intake.setAside', { id: one.emailId, note: 'Реклама' })
  await ask('intake.takeBack', { id: one.emailId })
  await ask('intake.attach', { id: one.emailId, caseNumber })
  const other = await ask('intake.read', { bytes: letter('other') })
  await ask('intake.setAside', { id: other.emailId, note: 'Реклама' })
}
