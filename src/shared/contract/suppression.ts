import { z } from 'zod'
import { Bytes, CaseId } from '../model/ids.ts'
import { UiLang } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { requiredNote } from '../model/case.ts'
import { command, query } from './call.ts'
import { TaskId } from './tasks.ts'

const SuppressionId = z.number().int().positive()
const contact = z.string().trim().min(1).max(320)

const SuppressionEntry = z.object({
  id: SuppressionId,
  type: z.enum(['email', 'phone']),
  reason: z.enum(['withdrawal', 'optout', 'manual']),
  caseId: CaseId.nullable(),
  caseNumber: z.string().nullable(),
  addedOn: LocalDate,
  addedBy: z.string(),
})
export type SuppressionEntry = z.infer<typeof SuppressionEntry>

/** Whom nothing is mailed to. Addresses and numbers are kept as keyed hashes: they can be looked up, never read. */
export const suppression = {
  list: query({
    input: z.object({ before: SuppressionId.nullable(), limit: z.number().int().min(1).max(200) }),
    output: z.object({ total: z.number().int(), entries: z.array(SuppressionEntry) }),
  }),
  /** Whether an address or a number is in the list; null: it is not. `contactInvalid`: it is neither. */
  find: query({ input: z.object({ contact }), output: z.object({ entry: SuppressionEntry.nullable() }) }),
  /** Adds what the officer typed; the words themselves are forgotten. */
  add: command({ input: z.object({ contact }), output: z.object({}) }),
  /** The person subscribed anew, or it was a mistake. */
  remove: command({ input: z.object({ id: SuppressionId, reason: requiredNote }), output: z.object({}) }),
  /**
   * Checks a mailing list in CSV. Nothing of it is kept. `marked`: the same rows with a last column that says whether
   * one may mail to it; `allowed`: only the rows that may be mailed to.
   */
  checkList: command({
    input: z.object({ task: TaskId, bytes: Bytes, lang: UiLang }),
    output: z.object({
      rows: z.number().int(),
      suppressed: z.number().int(),
      /** Rows without any address or number. */
      blank: z.number().int(),
      marked: Bytes,
      allowed: Bytes,
    }),
  }),
}
