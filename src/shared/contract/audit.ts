import { z } from 'zod'
import { SavedHead } from '../model/audit.ts'
import { CaseId, Instant } from '../model/ids.ts'
import { query } from './call.ts'
import { TaskId } from './tasks.ts'

/** What is not as the record left it. `seq`: the entry that tells how it was, where one does. */
const Fault = z.object({
  kind: z.enum(['case', 'letter', 'attachment', 'mail']),
  caseId: CaseId,
  /** Number of the case or letter, name of the file, subject of the mail. */
  name: z.string(),
  seq: z.number().int().nullable(),
})

export const audit = {
  /**
   * Recomputes the whole chain and compares the register with it. `brokenAt`: the first entry that does not fit, or null.
   * `unsealed`: cases whose state nothing has recorded yet. `saved`: what became of a head that was kept elsewhere.
   */
  verify: query({
    input: z.object({ task: TaskId.nullable().default(null), saved: SavedHead.nullable().default(null) }),
    output: z.object({
      entries: z.number().int(),
      brokenAt: z.number().int().nullable(),
      head: z.string(),
      cases: z.number().int(),
      unsealed: z.number().int(),
      faults: z.array(Fault),
      saved: z.enum(['holds', 'rewritten', 'broken']).nullable(),
    }),
  }),
  /** The newest entry, and what the last check found. */
  status: query({
    input: z.object({}),
    output: z.object({
      head: z.object({ seq: z.number().int(), hash: z.string(), at: Instant }).nullable(),
      checked: z.object({ at: Instant, whole: z.boolean() }).nullable(),
    }),
  }),
}
