import { z } from 'zod'
import { CaseKind, requiredNote } from '../model/case.ts'
import { Bytes, CaseId, Instant } from '../model/ids.ts'
import { LetterLang, Trilingual } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { RetentionMethod, RetentionTerm } from '../model/retention.ts'
import { command, query } from './call.ts'

/** As many cases as one act names. */
export const mostOfAnAct = 500

/** A closed case whose term has passed. `hold`: why it is kept all the same, by its own hold or that of a repeat of it. */
const DueCase = z.object({
  id: CaseId,
  number: z.string(),
  kind: CaseKind,
  receivedOn: LocalDate,
  closedOn: LocalDate,
  dueOn: LocalDate,
  letters: z.number().int(),
  files: z.number().int(),
  hold: z
    .object({ caseId: CaseId, number: z.string(), reason: z.string(), officer: z.string(), at: Instant })
    .nullable(),
})
export type DueCase = z.infer<typeof DueCase>

const chosen = z.object({
  caseIds: z.array(CaseId).min(1).max(mostOfAnAct),
  method: RetentionMethod,
  lang: LetterLang,
})

/** What becomes of closed cases, and of messages that were set aside, after their term. */
export const retention = {
  /**
   * The oldest that are due, how many messages were set aside as long ago, the acts made, and the term in force: the
   * officer's own, or the one that is proposed.
   */
  overview: query({
    input: z.object({}),
    output: z.object({
      term: RetentionTerm.extend({ confirmed: z.boolean(), source: Trilingual }),
      due: z.array(DueCase),
      setAside: z.number().int(),
      acts: z.array(
        z.object({
          id: z.number().int(),
          number: z.string(),
          method: RetentionMethod,
          madeAt: Instant,
          officer: z.string(),
          cases: z.number().int(),
        }),
      ),
    }),
  }),
  saveTerm: command({ input: RetentionTerm, output: z.object({}) }),
  /** Keeps a case, with all that repeat it, beyond its term: a claim in court, an inspection. */
  hold: command({
    input: z.object({ caseNumber: z.string().trim().min(1), reason: requiredNote }),
    output: z.object({}),
  }),
  release: command({ input: z.object({ caseId: CaseId, reason: requiredNote }), output: z.object({}) }),
  /** The act as it would be. */
  preview: query({ input: chosen, output: z.object({ bytes: Bytes }) }),
  /** Destroys or anonymises, for good, and keeps the act. */
  destroy: command({ input: chosen, output: z.object({ actId: z.number().int(), number: z.string() }) }),
  /** Destroys the messages that were set aside longer ago than the term. They belong to no case, so no act names them. */
  destroySetAside: command({ input: z.object({}), output: z.object({ messages: z.number().int() }) }),
  act: query({
    input: z.object({ id: z.number().int() }),
    output: z.object({ name: z.string(), bytes: Bytes }),
  }),
}
