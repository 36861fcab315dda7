import { z } from 'zod'
import { requiredNote, requiredLine } from '../model/case.ts'
import { CalendarYear } from '../model/calendar.ts'
import { AdjustmentId, CaseId, ClockId, Sha256 } from '../model/ids.ts'
import { Trilingual } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { ClockRule } from '../model/rule.ts'
import { command, query } from './call.ts'

/** A new version of a rule, or a table of a year. The version number is the program's to give. */
export const LawChange = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('rule'),
    /** The amount is checked with the rest, so that what is wrong can be said in words. */
    rule: ClockRule.omit({ version: true, confirmed: true }).extend({ amount: z.number().int() }),
    /** The officer has compared it with the official text. */
    confirmed: z.boolean(),
  }),
  z.object({ type: z.literal('year'), year: CalendarYear.omit({ version: true }) }),
])
export type LawChange = z.infer<typeof LawChange>

/** A running clock of an open case that the law would date otherwise. */
const ClockMove = z.object({
  clockId: ClockId,
  caseId: CaseId,
  caseNumber: z.string(),
  title: Trilingual,
  from: LocalDate,
  to: LocalDate,
})
export type ClockMove = z.infer<typeof ClockMove>

const moves = z.object({
  /** The first of them, the nearest date first. */
  moves: z.array(ClockMove),
  total: z.number().int(),
  /** Names exactly these moves: what is applied is what was shown. */
  digest: Sha256,
})

const SavedBy = z.object({ by: z.string(), on: LocalDate }).nullable()

export const deadlines = {
  /** What every due date rests on: the rules of the clocks and the calendars of the years. */
  law: query({
    input: z.object({}),
    output: z.object({
      rules: z.array(ClockRule.extend({ savedBy: SavedBy })),
      years: z.array(CalendarYear.extend({ savedBy: SavedBy })),
    }),
  }),
  /** The officer has compared this version of a rule with the official text. It changes no date. */
  confirmRule: command({
    input: z.object({ id: ClockRule.shape.id, version: ClockRule.shape.version }),
    output: z.object({}),
  }),
  /** Which dates a change of the law would move. Nothing is changed. */
  previewChange: query({ input: z.object({ change: LawChange }), output: moves }),
  /** Makes the change; the dates move only where `move` says so. `lawPreviewStale`: look at the preview again. */
  applyChange: command({
    input: z.object({ change: LawChange, digest: Sha256, move: z.boolean() }),
    output: z.object({ moved: z.number().int() }),
  }),
  /** Dates that the law in force would give otherwise, after an update or a change that moved nothing. */
  pendingMoves: query({ input: z.object({}), output: moves }),
  applyMoves: command({
    input: z.object({ digest: Sha256 }),
    output: z.object({ moved: z.number().int() }),
  }),
  /** The clock stands still from this day on, for a reason and on a basis, under the officer's name. */
  pause: command({
    input: z.object({ clockId: ClockId, from: LocalDate, reason: requiredNote, basis: requiredLine }),
    output: z.object({}),
  }),
  /** The first day that counts again. */
  resume: command({ input: z.object({ clockId: ClockId, on: LocalDate }), output: z.object({}) }),
  extend: command({
    input: z.object({ clockId: ClockId, until: LocalDate, reason: requiredNote, basis: requiredLine }),
    output: z.object({}),
  }),
  /** Takes a pause or an extension back; the history keeps both. */
  revokeAdjustment: command({
    input: z.object({ id: AdjustmentId, reason: requiredNote }),
    output: z.object({}),
  }),
}
