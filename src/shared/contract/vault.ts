import { z } from 'zod'
import { requiredLine } from '../model/case.ts'
import { command, query } from './call.ts'

const passphrase = z.string().max(1_000)
const nothing = z.object({})

export const vault = {
  status: query({
    input: nothing,
    output: z.object({
      state: z.enum(['absent', 'locked', 'open']),
      folder: z.string(),
      /** The name the unlocked officer works under. */
      officer: z.string().nullable(),
    }),
    whenLocked: true,
  }),
  /** How hard a passphrase is to guess: 0 (at once) to 4 (very hard). */
  ratePassphrase: query({
    input: z.object({ passphrase }),
    output: z.object({
      score: z.number().int().min(0).max(4),
      accepted: z.boolean(),
      minLength: z.number().int(),
    }),
    whenLocked: true,
  }),
  create: command({
    input: z.object({ passphrase, officer: requiredLine }),
    output: nothing,
    whenLocked: true,
  }),
  unlock: command({ input: z.object({ passphrase }), output: nothing, whenLocked: true }),
  lock: command({ input: nothing, output: nothing, whenLocked: true }),
}
