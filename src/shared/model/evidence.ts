import { z } from 'zod'
import { CaseId, Instant, Sha256 } from './ids.ts'
import { LocalDate } from './local-date.ts'
import { Bilingual } from './lang.ts'

/** Whose evidence: of one case, or of the cases received from a day to a day, both counted. */
export const EvidenceOf = z.union([
  z.object({ caseNumber: z.string().trim().min(1).max(100) }),
  z.object({ from: LocalDate, to: LocalDate }),
])
export type EvidenceOf = z.infer<typeof EvidenceOf>

/** What one pack may hold, with its papers: it is made in memory, and a ZIP that any program reads holds 65,535 files. */
export const evidenceLimitMiB = 256
/** What the papers of a case take at least. */
const papersBytes = 65_536

/** `bytes`: of the letters, messages and files of so many cases. */
export function isPackTooLarge({ cases, bytes }: { cases: number; bytes: number }): boolean {
  return bytes + cases * papersBytes > evidenceLimitMiB * 1_048_576
}

export const EvidenceKind = z.enum([
  'index',
  'verifier',
  'record',
  'card',
  'dates',
  'state',
  'letter',
  'mail',
  'attachment',
])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** `manifest.json` of a pack: every other file in it, and what the record said when it was made. */
export const EvidenceManifest = z.object({
  form: z.literal(1),
  madeAt: Instant,
  madeBy: z.string(),
  operator: Bilingual,
  of: EvidenceOf,
  head: z.object({ seq: z.number().int(), hash: Sha256, at: Instant }),
  /** `state`: the file whose hash the record holds as that of the whole case. */
  cases: z.array(z.object({ id: CaseId, number: z.string(), state: z.string() })),
  files: z.array(
    z.object({
      path: z.string(),
      kind: EvidenceKind,
      case: z.string().nullable(),
      bytes: z.number().int(),
      sha256: Sha256,
    }),
  ),
})
export type EvidenceManifest = z.infer<typeof EvidenceManifest>

const texts = <Keys extends readonly string[]>(keys: Keys) => {
  const side = z.record(z.enum(keys), z.string().min(1))
  return z.object({ ru: side, kk: side })
}

/** `evidence/papers.json`: the words of the index and of the page that tells how dates were counted. */
export const EvidenceTexts = texts([
  'title',
  'ofCase',
  'ofPeriod',
  'made',
  'by',
  'how',
  'cases',
  'number',
  'kind',
  'received',
  'status',
  'outcome',
  'files',
  'file',
  'size',
  'hash',
  'dates',
  'dateOf',
  'term',
  'started',
  'due',
  'holds',
  'ended',
  'basis',
  'day',
  'count',
  'why',
  'start',
  'working',
  'workingWeekend',
  'calendar',
  'weekend',
  'dayOff',
  'paused',
  'extended',
  'noClocks',
] as const)
export type EvidenceTexts = z.infer<typeof EvidenceTexts>
