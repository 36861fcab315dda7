import { z } from 'zod'
import { command, query } from './call.ts'

const count = z.number().int().nonnegative()

export const reminders = {
  /** How many clocks are due today and late, for the mark on the tray. */
  counts: query({ input: z.object({}), output: z.object({ today: count, late: count }) }),
  /**
   * What has come since the last reminder, each clock once a stage; nothing outside office hours.
   * Numbers of cases only: a notification is seen by whoever passes by.
   */
  take: command({
    input: z.object({}),
    output: z.object({ warned: count, due: count, late: count, caseNumbers: z.array(z.string()) }),
  }),
}
