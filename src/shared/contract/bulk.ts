import { z } from 'zod'
import type { AppError } from '../errors.ts'
import { note } from '../model/case.ts'
import { CaseId } from '../model/ids.ts'
import { Lang } from '../model/lang.ts'
import { FieldValues, LetterMeta } from '../model/letter.ts'
import { command, query } from './call.ts'
import { TaskId } from './tasks.ts'

const ids = z.array(CaseId).min(1).max(1_000)

/** One case of many, and why it can't be done with, if it can't. */
const Prospect = z.object({
  id: CaseId,
  number: z.string(),
  late: z.boolean(),
  problem: z.custom<AppError>((value) => typeof value === 'object').nullable(),
})
export type Prospect = z.infer<typeof Prospect>

/** Deeds on many cases at once, each with a preview. Every case is done in a transaction of its own. */
export const bulk = {
  previewClose: query({ input: z.object({ ids }), output: z.object({ cases: z.array(Prospect) }) }),
  /** Closes those that can be; `latenessReason` is kept with the late ones, which are left open where it is empty. */
  close: command({
    input: z.object({ task: TaskId, ids, latenessReason: note }),
    output: z.object({ closed: z.array(CaseId) }),
  }),
  /** Opens again those just closed that nothing happened to since. */
  undoClose: command({ input: z.object({ ids }), output: z.object({ opened: z.number().int() }) }),
  /** Letters that can be written in every one of the cases, with fields typed once for all. */
  letters: query({ input: z.object({ ids }), output: z.object({ letters: z.array(LetterMeta) }) }),
  /**
   * Issues one letter a case, in the applicant's language unless another is chosen. Numbers are taken for ever: it can be
   * stopped, never taken back.
   */
  issueLetters: command({
    input: z.object({
      task: TaskId,
      ids,
      templateId: z.string(),
      lang: Lang.nullable(),
      fields: FieldValues,
    }),
    output: z.object({ issued: z.number().int(), problems: z.array(Prospect) }),
  }),
}
