import { z } from 'zod'
import type { AppError } from '../errors.ts'
import { note } from '../model/case.ts'
import { CaseId } from '../model/ids.ts'
import { Lang } from '../model/lang.ts'
import { FieldValues, LetterMeta } from '../model/letter.ts'
import { command, query } from './call.ts'
import { Assignment } from './cases.ts'
import { OfficerId } from './officers.ts'
import { TaskId } from './tasks.ts'

/** So many cases are worked on at once. */
export const mostAtOnce = 1_000
const ids = z.array(CaseId).min(1).max(mostAtOnce)

/** One case of many, and why it can't be done with, if it can't. */
const Prospect = z.object({
  id: CaseId,
  number: z.string(),
  late: z.boolean(),
  problem: z.custom<AppError>((value) => typeof value === 'object').nullable(),
})
export type Prospect = z.infer<typeof Prospect>

/** `lang` null: the language of each applicant. */
const letter = { templateId: z.string(), lang: Lang.nullable(), fields: FieldValues }

/** Deeds on many cases at once, each with a preview. Every case is done in a transaction of its own. */
export const bulk = {
  previewClose: query({ input: z.object({ ids }), output: z.object({ cases: z.array(Prospect) }) }),
  /**
   * Closes those that can be; `latenessReason` is kept with the late ones, which are left open where it is empty.
   * `stopped`: the officer ended it early. What was closed by then stays closed and can be opened again.
   */
  close: command({
    input: z.object({ task: TaskId, ids, latenessReason: note }),
    output: z.object({ closed: z.array(CaseId), problems: z.array(Prospect), stopped: z.boolean() }),
  }),
  /** Opens again those just closed that nothing happened to since. */
  undoClose: command({ input: z.object({ ids }), output: z.object({ opened: z.number().int() }) }),
  /** From whom cases would go to an officer; `staying`: how many are that officer's already. `cases.reassign` does it. */
  previewReassign: query({
    input: z.object({ ids, assigneeId: OfficerId }),
    output: z.object({
      from: z.array(z.object({ assignee: z.string().nullable(), cases: z.number().int() })),
      staying: z.number().int(),
    }),
  }),
  /** Gives those just given to an officer back to who had them, where nothing happened to them since. */
  undoReassign: command({
    input: z.object({ assignments: z.array(Assignment).min(1).max(10_000) }),
    output: z.object({ undone: z.number().int() }),
  }),
  /** Letters that can be written in some of the cases, those for most of them first; fields are typed once for all. */
  letters: query({
    input: z.object({ ids }),
    output: z.object({ letters: z.array(z.object({ meta: LetterMeta, cases: z.number().int() })) }),
  }),
  /** Whether the letter can be written in each case. Nothing is issued, no number is taken. */
  previewLetters: query({
    input: z.object({ ids, ...letter }),
    output: z.object({ cases: z.array(Prospect) }),
  }),
  /**
   * Issues one letter a case, in the applicant's language unless another is chosen. Numbers are taken for ever: it can be
   * stopped, never taken back.
   */
  issueLetters: command({
    input: z.object({ task: TaskId, ids, ...letter }),
    output: z.object({ issued: z.number().int(), problems: z.array(Prospect), stopped: z.boolean() }),
  }),
}
