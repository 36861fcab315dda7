import type { Input, Output } from '../../src/shared/contract/index.ts'
import { refused, type Ask } from './asking.ts'
import { mark, markedAddress } from './hunt.ts'

const bytes = new Uint8Array(Buffer.from(mark('bytes')))

/** What is looked for and not there, mistyped, or not to be had: it is refused, or nothing comes of it. */
export async function typeInVain(ask: Ask, caseId: Output<'cases.register'>['id']): Promise<void> {
  const nowhere = '/nowhere/SecretMark77'
  await ask('vault.ratePassphrase', { passphrase: mark('weak') })
  await refused(ask, 'vault.backupsIn', { folder: nowhere })
  const secret = { kind: 'passphrase', typed: mark('mistyped') } as const
  await refused(ask, 'vault.restore', { path: nowhere, secret })
  await refused(ask, 'vault.unlockByCode', { code: mark('code') })
  await refused(ask, 'keys.remove', { id: mark('key'), passphrase: mark('mistyped') })
  await refused(ask, 'keys.connectKeychain', { passphrase: mark('mistyped') })
  await refused(ask, 'execution.saveSystem', { ...system, id: mark('unknown') })
  await refused(ask, 'settings.savePicture', { name: 'logo', png: bytes })
  await refused(ask, 'suppression.remove', { id: 999_999, reason: mark('taken out') })
  await refused(ask, 'mail.settle', { id: 999_999, outcome: 'sent', note: mark('settled') })
  await ask('tasks.cancel', { id: mark('task') })
  await ask('cases.removeView', { name: mark('no view') })
  await ask('names.remove', { word: mark('no word'), gender: null })
  await lookFor(ask, caseId)
  await writeUnknown(ask, caseId)
}

const system = { title: { ru: mark('system'), kk: mark('system') }, active: true }
async function lookFor(ask: Ask, id: Output<'cases.register'>['id']): Promise<void> {
  await ask('relations.similar', { kind: null, applicant: person })
  await refused(ask, 'relations.relate', { id, otherNumber: 'SecretMark77', type: 'related' })
  await refused(ask, 'relations.merge', { id, intoNumber: 'SecretMark77', reason: mark('merge') })
  await refused(ask, 'retention.hold', { caseNumber: mark('unknown'), reason: mark('hold') })
  await ask('suppression.find', { contact: markedAddress('looked.up') })
  const list = new Uint8Array(
    Buffer.from(`email;name\n${markedAddress('subscriber')};${mark('subscriber')}\n`),
  )
  await ask('suppression.checkList', { task: mark('list'), bytes: list, lang: 'ru' })
  await ask('letters.check', { pdf: bytes, words: mark('words') })
  await refused(ask, 'letters.check', { code: mark('code') })
  const of = { caseNumber: mark('unknown') }
  await refused(ask, 'evidence.preview', { of })
  await refused(ask, 'evidence.make', { task: mark('evidence'), of, lang: 'kk' })
  const filter = { caseNumber: mark('number'), actor: mark('actor') }
  await ask('audit.list', { filter, before: null, limit: 10 })
  await ask('audit.export', { task: mark('export'), filter, lang: 'ru' })
  await ask('audit.verify', { task: mark('verify') })
  await ask('audit.notePrinted', { paper: 'daySheet', caseId: null, name: mark('printed') })
  await ask('audit.noteSaved', { paper: 'daySheet', caseId: null, name: mark('saved') })
  const name = 'note:SecretMark77'
  await ask('drafts.save', { name, about: '', value: '' })
  await ask('drafts.read', { name })
  await ask('drafts.drop', { name })
}

const person = {
  familyName: mark('family name'),
  givenName: mark('given name'),
  iin: 'SecretMark77',
  email: markedAddress('similar'),
  phone: mark('phone'),
}

/** Letters that there are not. */
async function writeUnknown(ask: Ask, caseId: Output<'cases.register'>['id']): Promise<void> {
  const templateId = mark('no letter')
  const letter: Input<'letters.preview'> = { caseId, templateId, lang: 'ru', fields: {} }
  await refused(ask, 'letters.sources', { caseId, templateId })
  await refused(ask, 'letters.preview', letter)
  await refused(ask, 'letters.saveDraft', letter)
  const { texts } = await ask('templates.read', { id: 'registration-notice' })
  await refused(ask, 'templates.read', { id: templateId })
  await refused(ask, 'templates.version', { id: templateId, revision: 0 })
  await refused(ask, 'templates.restore', { id: templateId })
  await refused(ask, 'templates.preview', { id: templateId, texts, lang: 'ru' })
  await refused(ask, 'templates.save', { id: templateId, texts })
  const many = { ids: [caseId], lang: null, fields }
  await ask('bulk.previewLetters', { ...many, templateId })
  await ask('bulk.issueLetters', { ...many, templateId, task: mark('letters') })
}

const fields = { [mark('field')]: mark('value'), several: [mark('entry')] }
