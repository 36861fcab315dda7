import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Input } from '../../../../shared/contract/index.ts'
import { parseTenge } from '../../../../core/casework/amount.ts'
import { asksFor, type CaseField, isDisputed, missingFields } from '../../../../core/casework/fields.ts'
import {
  type Applicant,
  type CaseDetails,
  type CaseKind,
  type Channel,
  fileLimitsMiB,
  type Ground,
} from '../../../../shared/model/case.ts'
import type { IncomingId } from '../../../../shared/model/ids.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import type { Texts } from '../../../i18n/index.ts'
import type { ReadEmail } from '../../../navigation.ts'
import { explainTooLong } from './nameLimit.ts'
import {
  checkRepresentative,
  noRepresentative,
  type RepresentativeDraft,
  toRepresentative,
} from './representativeDraft.ts'

/** Who asks, as typed, and what they ask for. */
export type ApplicantDraft = Applicant & { kind: CaseKind | null }

/** What the form holds before it is a case: the kind and the date may still be missing. */
export type Draft = ApplicantDraft & {
  channel: Channel
  receivedOn: LocalDate | null
  documentsEnclosed: boolean
  /** Somebody acts for the applicant. */
  represented: boolean
  representative: RepresentativeDraft
  ground: Ground | null
  demand: string
  /** As typed, in tenge. */
  amount: string
  referenceNumber: string
  referenceOn: LocalDate | null
  statedDueOn: LocalDate | null
  site: string
  subject: string
  text: string
  files: readonly File[]
}

/** What an e-mail does not tell by itself. */
const untold = {
  represented: false,
  representative: noRepresentative,
  ground: null,
  demand: '',
  amount: '',
  referenceNumber: '',
  referenceOn: null,
  statedDueOn: null,
} satisfies Partial<Draft>

export function emptyDraft(today: LocalDate): Draft {
  return {
    kind: null,
    channel: 'paper',
    receivedOn: today,
    documentsEnclosed: false,
    ...untold,
    organisation: '',
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

/** A claim of who was answered in another case. */
export function claimDraft(of: CaseCard, today: LocalDate): Draft {
  return { ...emptyDraft(today), ...of.applicant, kind: 'claim', site: of.site }
}

/** The form as the e-mail proposes it. */
export function draftFromEmail(email: ReadEmail): Draft {
  const { proposal } = email
  return {
    ...untold,
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

export type DraftErrors = Partial<
  Record<
    | CaseField
    | 'kind'
    | 'receivedOn'
    | 'familyName'
    | 'givenName'
    | 'patronymic'
    | 'email'
    | 'representative',
    string
  >
>

/** What keeps the draft from becoming a case, beside the field it concerns. */
export function checkDraft(draft: Draft, today: LocalDate, texts: Texts): DraftErrors {
  const { cases, desk, request } = texts
  const errors = checkApplicant(draft, texts)
  if (!draft.kind) errors.kind = cases.form.kindMissing
  if (!draft.receivedOn) errors.receivedOn = desk.date.missing
  else if (draft.receivedOn > today) errors.receivedOn = cases.form.receivedFuture
  if (draft.represented) {
    const gap = checkRepresentative(draft.representative, texts)
    if (gap) errors.representative = gap
  }
  const ofKind = draft.kind ? checkKind({ ...draft, kind: draft.kind }, request) : {}
  return { ...ofKind, ...errors }
}

/** What of a person can't be taken down as it is typed. */
export function checkApplicant(draft: ApplicantDraft, texts: Texts): DraftErrors {
  const errors: DraftErrors = {}
  if (draft.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(draft.email.trim())) {
    errors.email = texts.cases.form.emailInvalid
  }
  const hasOrganisation = draft.kind !== null && asksFor(draft.kind, 'organisation')
  for (const field of ['organisation', 'familyName', 'givenName', 'patronymic'] as const) {
    if (field === 'organisation' && !hasOrganisation) continue
    const tooLong = explainTooLong(field, draft[field], texts)
    if (tooLong) errors[field] = tooLong
  }
  return errors
}

function checkKind(draft: Draft & { kind: CaseKind }, request: Texts['request']): DraftErrors {
  const errors: DraftErrors = {}
  for (const field of missingFields(draft.kind, applicantOf(draft), detailsOf(draft))) {
    errors[field] = request.missing[field]
  }
  if (asksFor(draft.kind, 'amountTiyn') && draft.amount.trim() !== '' && parseTenge(draft.amount) === null) {
    errors.amountTiyn = request.missing.amountTiyn
  }
  if (draft.statedDueOn && draft.receivedOn && draft.statedDueOn < draft.receivedOn) {
    errors.statedDueOn = request.dueBeforeReceipt
  }
  return errors
}

function applicantOf(draft: Draft & { kind: CaseKind }): Applicant {
  const { familyName, givenName, patronymic, iin, address, email, phone, lang } = draft
  const organisation = asksFor(draft.kind, 'organisation') ? draft.organisation : ''
  return { organisation, familyName, givenName, patronymic, iin, address, email, phone, lang }
}

/** What the kind asks for; what was typed for another kind stays out of the case. */
function detailsOf(draft: Draft & { kind: CaseKind }): CaseDetails {
  const asked = <T>(field: CaseField, value: T, nothing: T): T =>
    asksFor(draft.kind, field) ? value : nothing
  return {
    ground: asked('ground', draft.ground, null),
    demand: asked('demand', draft.demand, ''),
    amountTiyn: asked('amountTiyn', parseTenge(draft.amount), null),
    referenceNumber: asked('referenceNumber', draft.referenceNumber, ''),
    referenceOn: asked('referenceOn', draft.referenceOn, null),
    statedDueOn: asked('statedDueOn', draft.statedDueOn, null),
  }
}

/** What the clocks of the case depend on, or null while it is not known yet. */
export function receiptOf(draft: Draft, today: LocalDate): Input<'cases.forecast'> | null {
  const { kind, receivedOn } = draft
  if (!kind || !receivedOn || receivedOn > today) return null
  const { ground, statedDueOn } = detailsOf({ ...draft, kind })
  if (asksFor(kind, 'statedDueOn') && (!statedDueOn || statedDueOn < receivedOn)) return null
  const documentsEnclosed = kind === 'rectification' && draft.documentsEnclosed
  return {
    kind,
    receivedOn,
    documentsEnclosed,
    ground: isDisputed(kind, ground) ? ground : null,
    statedDueOn,
  }
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
  emailId: IncomingId | null,
): Promise<Input<'cases.register'>> {
  const attachments = await Promise.all(
    draft.files.map(async (file) => ({
      name: file.name,
      mime: file.type || 'application/octet-stream',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  return {
    kind: draft.kind,
    channel: draft.channel,
    receivedOn: draft.receivedOn,
    documentsEnclosed: draft.kind === 'rectification' && draft.documentsEnclosed,
    applicant: applicantOf(draft),
    representative: draft.represented ? toRepresentative(draft.representative) : null,
    details: detailsOf(draft),
    site: draft.site,
    subject: draft.subject,
    text: draft.text,
    emailId,
    attachments,
  }
}
