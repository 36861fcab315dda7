import { z } from 'zod'
import { CaseKind, Ground } from '../model/case.ts'
import { CaseId } from '../model/ids.ts'
import { Bilingual, Trilingual } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { query } from './call.ts'

const BlockingId = z.number().int().positive()

const Blocking = z.object({
  id: BlockingId,
  caseId: CaseId,
  caseNumber: z.string(),
  kind: CaseKind,
  applicantName: z.string(),
  /** Why: what the request says is wrong with the data; a rectification says that they are inaccurate. */
  ground: Ground.nullable(),
  what: z.string(),
  systems: z.array(Bilingual),
  sinceOn: LocalDate,
  blockedBy: z.string(),
  lifted: z.object({ on: LocalDate, by: z.string(), why: z.string() }).nullable(),
  /** The running clocks of the case: to lift it or to destroy before to answer, each the nearest first. */
  clocks: z.array(z.object({ title: Trilingual, dueOn: LocalDate, daysLeft: z.number().int() })),
})
export type Blocking = z.infer<typeof Blocking>

/** Which data are blocked while they are verified (policy cl. 28(4)), since when, and when that was lifted. */
export const blocking = {
  list: query({
    input: z.object({
      state: z.enum(['inForce', 'lifted']),
      /** Last row of the page before. */
      after: z.object({ sinceOn: LocalDate, id: BlockingId }).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.object({ total: z.number().int(), blockings: z.array(Blocking) }),
  }),
}
