import { z } from 'zod'
import { limits } from './case.ts'

/** Papers of the office whose words a lawyer may change. */
export const PaperId = z.enum(['case-card', 'journal', 'period-report', 'retention-act'])
export type PaperId = z.infer<typeof PaperId>

const Side = z.record(z.string().max(50), z.string().trim().min(1).max(limits.note))

/** Every line of a paper by its name. */
export const PaperTexts = z.object({ ru: Side, kk: Side })
export type PaperTexts = z.infer<typeof PaperTexts>
