import type { Input } from '../../../../shared/contract/index.ts'
import { type CaseKind, type Channel, fileLimitsMiB } from '../../../../shared/model/case.ts'
import type { Lang } from '../../../../shared/model/lang.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import type { Texts } from '../../../i18n/index.ts'
import type { ReadEmail } from '../../../navigation.ts'

/** What the form holds before it is a case: the kind and the date may still be missing. */
export type Draft = {
  kind: CaseKind | null
  channel: Channel
  receivedOn: LocalDate | null
  documentsEnclosed: boolean
  familyName: string
  givenName: string
  patronymic: string
  iin: string
  address: string
  email: string
  phone: string
  lang: Lang
  site: string
  subject: string
  text: string
  files: readonly File[]
}

export function emptyDraft(today: LocalDate): Draft {
  return {
    kind: null,
    channel: 'paper',
    receivedOn: today,
    documentsEnclosed: false,
    familyName: '',
    givenName: '',
    patronymic: '',
    iin: '',
    address: '',
    email: '',
    phone: '',
    lang: 'ru',
    site: '',
    subject: '',
    text: '',
    files: [],
  }
}

/** The form as the e-mail proposes it. */
export function draftFromEmail(email: ReadEmail): Draft {
  const { proposal } = email
  return {
    ...proposal.applicant,
    kind: proposal.kind,
    channel: 'email',
    receivedOn: email.receivedOn,
    documentsEnclosed: proposal.documentsEnclosed,
    site: proposal.site,
    subject: email.subject,
    text: email.text,
    files: [],
  }
}

export type DraftErrors = { kind?: string; receivedOn?: string; familyName?: string; email?: string }

/** What keeps the draft from becoming a case, beside the field it concerns. */
export function checkDraft(draft: Draft, today: LocalDate, { cases, desk }: Texts): DraftErrors {
  const errors: DraftErrors = {}
  if (!draft.kind) errors.kind = cases.form.kindMissing
  if (!draft.receivedOn) errors.receivedOn = desk.date.missing
  else if (draft.receivedOn > today) errors.receivedOn = cases.form.receivedFuture
  if (draft.familyName.trim() === '') errors.familyName = cases.form.familyNameMissing
  if (draft.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(draft.email.trim())) {
    errors.email = cases.form.emailInvalid
  }
  return errors
}

/** Splits files into those that may be enclosed and those that are too large. Nothing is read yet. */
export function sortFiles(files: readonly File[]): { fit: File[]; tooLarge: File[] } {
  const limit = fileLimitsMiB.attachment * 1024 * 1024
  return {
    fit: files.filter((file) => file.size <= limit),
    tooLarge: files.filter((file) => file.size > limit),
  }
}

/** Reads the files and makes the input of `cases.register`. Call it on a draft without errors. */
export async function toNewCase(
  draft: Draft & { kind: CaseKind; receivedOn: LocalDate },
  emailId: string | null,
): Promise<Input<'cases.register'>> {
  const attachments = await Promise.all(
    draft.files.map(async (file) => ({
      name: file.name,
      mime: file.type || 'application/octet-stream',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  const { familyName, givenName, patronymic, iin, address, email, phone, lang } = draft
  return {
    kind: draft.kind,
    channel: draft.channel,
    receivedOn: draft.receivedOn,
    documentsEnclosed: draft.kind === 'rectification' && draft.documentsEnclosed,
    representative: null,
    details: {
      ground: null,
      demand: '',
      amountTiyn: null,
      referenceNumber: '',
      referenceOn: null,
      statedDueOn: null,
    },
    applicant: { organisation: '', familyName, givenName, patronymic, iin, address, email, phone, lang },
    site: draft.site,
    subject: draft.subject,
    text: draft.text,
    emailId,
    attachments,
  }
}
