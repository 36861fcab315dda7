import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseCard } from '../../src/shared/contract/cases.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import type { CaseKind, Step } from '../../src/shared/model/case.ts'
import type { CaseId } from '../../src/shared/model/ids.ts'
import type { Lang } from '../../src/shared/model/lang.ts'
import type { FieldValues, LetterField } from '../../src/shared/model/letter.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'
import type { Desk } from './desk.ts'
import { fieldTexts } from './texts.ts'

/** Plays the whole main job on one e-mail: registered, answered, sent, closed. Gives the case as it then stands. */
export async function workOn(desk: Desk, bytes: Uint8Array, letters: string): Promise<CaseCard> {
  const email = await desk.ask('intake.read', { bytes })
  const { today } = await desk.ask('cases.summary', {})
  const { id } = await desk.ask('cases.register', newCase(email, today))
  await writeAndSend(desk, id, 'registration-notice', letters)
  const { kind, receivedOn } = await desk.ask('cases.card', { id })
  for (const step of stepsOf(kind, receivedOn, today)) {
    // What is decided rests on a search of every system.
    if (step.action === 'decide') await searchSystems(desk, id, today)
    await desk.ask('cases.take', { id, step })
  }
  await writeAndSend(desk, id, await replyOf(desk, id), letters)
  const { late } = await desk.ask('cases.card', { id })
  const latenessReason = late ? 'Демонстрация на письме с прошедшим сроком' : null
  await desk.ask('cases.take', { id, step: { action: 'close', latenessReason } })
  return desk.ask('cases.card', { id })
}

function newCase(email: Output<'intake.read'>, today: LocalDate): Input<'cases.register'> {
  const { kind, applicant, documentsEnclosed, site } = email.proposal
  return {
    // An e-mail that fits no kind is a person's to judge; the demonstration answers it as a request for access.
    kind: kind ?? 'access',
    channel: 'email',
    receivedOn: email.receivedOn ?? today,
    documentsEnclosed,
    applicant: { ...applicant, familyName: applicant.familyName || applicant.email || '—' },
    representative: null,
    details: { ...noDetails, demand: email.subject || '—' },
    site,
    subject: email.subject,
    text: email.text,
    emailId: email.emailId,
    attachments: [],
  }
}

/** What the demonstration's e-mails tell besides their text. */
const noDetails: Input<'cases.register'>['details'] = {
  ground: null,
  demand: '',
  amountTiyn: null,
  referenceNumber: '',
  referenceOn: null,
  statedDueOn: null,
}

const verify: Step = {
  action: 'verifyIdentity',
  method: 'knownAddress',
  compared: 'Адрес электронной почты совпадает с адресом в личном кабинете',
}
const executed = 'Исполнено в CRM, личном кабинете и рассылке'
const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }

function stepsOf(kind: CaseKind, receivedOn: LocalDate, today: LocalDate): Step[] {
  switch (kind) {
    case 'access':
      return [verify, grant]
    case 'withdrawal':
      return [verify, grant, { action: 'execute', executedOn: today, what: executed }]
    case 'rectification':
      return [
        { action: 'block', blockedOn: receivedOn, what: 'Контактные данные', systems: ['crm'] },
        verify,
        grant,
        { action: 'execute', executedOn: today, what: executed },
        { action: 'unblock', unblockedOn: today, why: 'Проверка окончена, данные изменены' },
      ]
    case 'blocking':
    case 'destruction':
      return [verify, grant, { action: 'execute', executedOn: today, what: executed }]
    case 'optout':
      return [{ action: 'execute', executedOn: today, what: executed }]
    case 'question':
      return [{ action: 'takeUp' }]
    case 'authority':
      return [verify, grant]
    case 'claim':
      return [{ action: 'takeUp' }, grant]
  }
}

/** Data are found in two systems and dealt with there; in the others there are none. */
async function searchSystems(desk: Desk, caseId: CaseId, today: LocalDate): Promise<void> {
  const { kind } = await desk.ask('cases.card', { id: caseId })
  if (kind === 'claim') return
  const { categories } = await desk.ask('execution.ofCase', { caseId })
  for (const systemId of ['crm', 'newsletter']) {
    await desk.ask('execution.note', {
      caseId,
      systemId,
      found: 'found',
      categories: categories.slice(0, 2).map(({ id }) => id),
      data: '',
      deed: kind === 'access' ? 'disclosed' : kind === 'withdrawal' ? 'processingStopped' : 'rectified',
      deedOn: today,
      deedMethod: '',
      proof: 'запись журнала № 1',
    })
  }
  await desk.ask('execution.noteRest', { caseId })
}

async function replyOf(desk: Desk, caseId: CaseId): Promise<string> {
  const { letters } = await desk.ask('letters.available', { caseId })
  const reply = letters.find((letter) => letter.answers)
  if (!reply) throw new Error('no letter answers the case')
  return reply.id
}

/** Renders the letter in both languages, issues the one in the applicant's language and sends it. */
async function writeAndSend(desk: Desk, caseId: CaseId, templateId: string, folder: string): Promise<void> {
  const { today } = await desk.ask('cases.summary', {})
  const { letters, lang, catalogs, known } = await desk.ask('letters.available', { caseId })
  const { fields } = letters.find((letter) => letter.id === templateId) ?? { fields: [] }
  const valuesIn = (language: Lang): FieldValues =>
    Object.fromEntries(fields.map((field) => [field.id, valueOf(field, language, catalogs, known, today)]))
  const preview = (language: Lang): Promise<Output<'letters.preview'>> =>
    desk.ask('letters.preview', { caseId, templateId, lang: language, fields: valuesIn(language) })

  const other = lang === 'ru' ? 'kk' : 'ru'
  const translation = await preview(other)
  const { sha256, pdf, number } = await preview(lang)
  const { id } = await desk.ask('letters.issue', { sha256 })
  writeFileSync(join(folder, `${number}-${templateId}.${lang}.pdf`), pdf)
  writeFileSync(join(folder, `${number}-${templateId}.${other}.preview.pdf`), translation.pdf)
  const { to, subject, text } = await desk.ask('mail.compose', { letterId: id })
  await desk.ask('mail.send', { letterId: id, to, subject, text })
  await desk.mailSettled()
}

function valueOf(
  field: LetterField,
  lang: Lang,
  catalogs: Output<'letters.available'>['catalogs'],
  known: Output<'letters.available'>['known'],
  today: LocalDate,
): FieldValues[string] {
  if (field.type === 'catalog' && field.catalog) {
    return catalogs[field.catalog].slice(0, 5).map((entry) => entry.id)
  }
  const written = fieldTexts[field.id]?.[lang]
  if (written) return written
  const prefilled = field.prefill === undefined ? '' : known[field.prefill]
  if (field.type === 'date') return prefilled || today
  return prefilled || field.suggestion?.[lang] || (field.required ? field.title[lang] : '')
}
