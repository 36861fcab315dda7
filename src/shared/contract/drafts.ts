import { z } from 'zod'
import { limits } from '../model/case.ts'
import { DraftName, DraftValue } from '../model/draft.ts'
import { Instant } from '../model/ids.ts'
import { command, query } from './call.ts'

const about = z.string().max(limits.line)

/** What the officer has typed and not yet recorded. It lies in the vault, so that a lock at any moment loses nothing. */
export const drafts = {
  /** The officer's own, newest first. `about` says in a word or two what of, for example the number of the case. */
  list: query({
    input: z.object({}),
    output: z.object({ drafts: z.array(z.object({ name: DraftName, about, savedAt: Instant })) }),
  }),
  read: query({
    input: z.object({ name: DraftName }),
    output: z.object({ draft: z.object({ value: DraftValue, savedAt: Instant }).nullable() }),
  }),
  save: command({ input: z.object({ name: DraftName, about, value: DraftValue }), output: z.object({}) }),
  drop: command({ input: z.object({ name: DraftName }), output: z.object({}) }),
}
