import { z } from 'zod'
import { command } from './call.ts'

/** Name of a long piece of work, chosen by the screen that starts it. */
export const TaskId = z.string().min(1).max(100)
export type TaskId = z.infer<typeof TaskId>

/** Long work tells how far it is by events (`progress`), and ends early with `taskCancelled`. */
export const tasks = {
  cancel: command({ input: z.object({ id: TaskId }), output: z.object({}), forAuditor: true }),
}
