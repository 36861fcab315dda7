import { z } from 'zod'
import { AuditAction } from './audit.ts'
import { CaseKind, CaseStatus, Channel, Outcome } from './case.ts'
import { Bilingual } from './lang.ts'

const line = z.string().min(1)

/** `reports/words.json`: what the office calls things in its papers. */
export const ReportWords = z.object({
  kinds: z.record(CaseKind, Bilingual),
  statuses: z.record(CaseStatus, Bilingual),
  channels: z.record(Channel, Bilingual),
  outcomes: z.record(Outcome, Bilingual),
  deliveries: z.record(z.enum(['email', 'inPerson', 'post']), Bilingual),
  /** A deed that has no word here is told by its code. */
  deeds: z.partialRecord(AuditAction, Bilingual),
  /** Names of what a deed tells, and words for its values that are codes; what is not here is told as it is recorded. */
  details: z.record(z.string(), Bilingual),
  values: z.record(z.string(), Bilingual),
  /** Of the record itself: its columns, and its newest entry where that is kept outside. */
  record: z.record(
    z.enum([
      'seq',
      'at',
      'actor',
      'deed',
      'case',
      'details',
      'hash',
      'erased',
      'head',
      'mailSubject',
      'mailText',
    ]),
    Bilingual,
  ),
})
export type ReportWords = z.infer<typeof ReportWords>

/** The texts of one paper: `title` and every label it uses, by name. */
const texts = <Keys extends readonly string[]>(keys: Keys) => {
  const side = z.record(z.enum(keys), line)
  return z.object({ ru: side, kk: side })
}

export const CaseCardTexts = texts([
  'title',
  'number',
  'made',
  'request',
  'kind',
  'channel',
  'received',
  'registered',
  'status',
  'site',
  'subject',
  'applicant',
  'name',
  'organisation',
  'representative',
  'address',
  'contacts',
  'clocks',
  'clock',
  'started',
  'due',
  'holds',
  'ended',
  'basis',
  'decision',
  'outcome',
  'reason',
  'lateness',
  'letters',
  'letter',
  'issued',
  'handed',
  'hash',
  'history',
  'when',
  'who',
  'deed',
  'details',
] as const)
export const JournalTexts = texts([
  'title',
  'period',
  'made',
  'none',
  'place',
  'number',
  'received',
  'channel',
  'applicant',
  'kind',
  'due',
  'outcome',
  'answer',
  'status',
] as const)
export const PeriodTexts = texts([
  'title',
  'period',
  'made',
  'summary',
  'total',
  'answered',
  'open',
  'late',
  'average',
  'byKind',
  'kind',
  'count',
  'averageDays',
  'byOutcome',
  'outcome',
  'undecided',
  'lateness',
  'number',
  'due',
  'reason',
  'noReason',
  'noneLate',
] as const)
export type CaseCardTexts = z.infer<typeof CaseCardTexts>
export type JournalTexts = z.infer<typeof JournalTexts>
export type PeriodTexts = z.infer<typeof PeriodTexts>

export type ReportTexts = {
  words: ReportWords
  caseCard: CaseCardTexts
  journal: JournalTexts
  period: PeriodTexts
}
