import { z } from 'zod'
import { query } from './call.ts'

export const audit = {
  /** Recomputes the whole chain. `brokenAt`: the first entry that does not fit, or null. */
  verify: query({
    input: z.object({}),
    output: z.object({ entries: z.number().int(), brokenAt: z.number().int().nullable(), head: z.string() }),
  }),
}
