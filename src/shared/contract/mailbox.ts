import { z } from 'zod'
import { ImapForm, ImapSettings } from '../model/settings.ts'
import { command, query } from './call.ts'
import { TaskId } from './tasks.ts'

export const mailbox = {
  /** Null: not set up yet. */
  read: query({
    input: z.object({}),
    output: z.object({ imap: ImapSettings.extend({ hasPassword: z.boolean() }).nullable() }),
  }),
  save: command({ input: ImapForm, output: z.object({}) }),
  /** Connects, secures, logs in and opens the mailbox for reading; fetches nothing. */
  test: command({ input: ImapForm, output: z.object({ messages: z.number().int() }) }),
  /**
   * Takes in what came since the last time, from where that ended. Where the line drops it connects again as long as
   * that leads on; what was taken in before a failure or a cancel stays.
   */
  fetch: command({
    input: z.object({ task: TaskId }),
    output: z.object({
      taken: z.number().int(),
      /** Known already, from another time or from a file. */
      known: z.number().int(),
      /** Left in the mailbox: damaged beyond reading, or larger than the register takes. */
      left: z.number().int(),
    }),
  }),
}
