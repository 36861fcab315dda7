import { z } from 'zod'
import { CaseKind, CaseStatus, Channel, Outcome } from './case.ts'
import { TraceDay } from './calendar.ts'
import { Sha256 } from './ids.ts'
import { LetterLang } from './lang.ts'
import { LocalDate } from './local-date.ts'
import { ClockRule } from './rule.ts'

/**
 * A case as a machine reads it, attached to a letter on demand: `zhauap-case-record/1`, described in
 * `docs/case-record.md`. It names no person: who gets the letter knows who asked.
 */
export const CaseRecord = z.object({
  schema: z.literal('zhauap-case-record/1'),
  madeOn: LocalDate,
  number: z.string(),
  kind: CaseKind,
  channel: Channel,
  status: CaseStatus,
  receivedOn: LocalDate,
  registeredAt: z.string(),
  decision: z.object({ outcome: Outcome, refusalGround: z.string().nullable() }).nullable(),
  clocks: z.array(
    z.object({
      rule: z.string(),
      ruleVersion: z.number().int(),
      nature: ClockRule.shape.nature,
      basis: z.string(),
      unit: ClockRule.shape.unit,
      amount: z.number().int(),
      startedOn: LocalDate,
      dueOn: LocalDate,
      /** The date that holds, where a pause or an extension moved it. */
      movedTo: LocalDate.nullable(),
      endedOn: LocalDate.nullable(),
      provisional: z.boolean(),
      /** Every day counted, and why it counts or not. */
      trace: z.array(TraceDay),
    }),
  ),
  letters: z.array(
    z.object({
      number: z.string(),
      issuedOn: LocalDate,
      lang: LetterLang,
      sha256: Sha256,
      deliveredOn: LocalDate.nullable(),
    }),
  ),
})
export type CaseRecord = z.infer<typeof CaseRecord>
