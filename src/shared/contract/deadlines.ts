import { z } from 'zod'
import { CalendarYear } from '../model/calendar.ts'
import { ClockRule } from '../model/rule.ts'
import { command, query } from './call.ts'

export const deadlines = {
  /** What every due date rests on: the rules of the clocks and the calendars of the years. */
  law: query({
    input: z.object({}),
    output: z.object({ rules: z.array(ClockRule), years: z.array(CalendarYear) }),
  }),
  /** The officer has compared this version of a rule with the official text. It changes no date. */
  confirmRule: command({
    input: z.object({ id: ClockRule.shape.id, version: ClockRule.shape.version }),
    output: z.object({}),
  }),
}
