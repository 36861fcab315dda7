import { z } from 'zod'
import { Instant } from './ids.ts'
import { Bilingual, Trilingual } from './lang.ts'

/** `destroy`: all but number, kind, dates, decision and hashes. `anonymise`: what was done in the systems stays, too. */
export const RetentionMethod = z.enum(['destroy', 'anonymise'])
export type RetentionMethod = z.infer<typeof RetentionMethod>

/** The act by which all but numbers, dates and hashes was taken out of a case. */
export const Destruction = z.object({
  actId: z.number().int(),
  act: z.string(),
  method: RetentionMethod,
  at: Instant,
})
export type Destruction = z.infer<typeof Destruction>

/** Whole years that a closed case is kept, and why so long. */
export const RetentionTerm = z.object({
  years: z.number().int().min(1).max(75),
  basis: z.object({ ru: z.string().trim().min(1).max(500), kk: z.string().trim().min(1).max(500) }),
})
export type RetentionTerm = z.infer<typeof RetentionTerm>

const actWords = [
  'destroy',
  'anonymise',
  'number',
  'made',
  'by',
  'basis',
  'term',
  'destroyed',
  'anonymised',
  'left',
  'method',
  'place',
  'case',
  'kind',
  'received',
  'closed',
  'sign',
] as const
const actSide = z.record(z.enum(actWords), z.string().min(1))
export const ActTexts = z.object({ ru: actSide, kk: actSide })

/** `retention/term.json`: the term that is proposed, with its source, and the words of the act. */
export const RetentionPack = RetentionTerm.extend({
  basis: Bilingual,
  source: Trilingual,
  act: ActTexts,
})
export type RetentionPack = z.infer<typeof RetentionPack>
