import { z } from 'zod'
import { limits, note } from './case.ts'
import { Bilingual } from './lang.ts'
import { LocalDate } from './local-date.ts'

/** What a search of one system gave. `notConcerned`: it can hold nothing of the applicant. */
export const Finding = z.enum(['found', 'notFound', 'notConcerned'])
export type Finding = z.infer<typeof Finding>

/** What was done with the data found in one system. */
export const Deed = z.enum([
  'disclosed',
  'rectified',
  'blocked',
  'processingStopped',
  'anonymised',
  'destroyed',
  /** Kept, because the law demands it. */
  'kept',
])
export type Deed = z.infer<typeof Deed>

/** A system the operator holds data in. One out of use stays on the cases that were searched with it. */
export const OperatorSystem = z.object({ id: z.string().max(100), title: Bilingual, active: z.boolean() })
export type OperatorSystem = z.infer<typeof OperatorSystem>

/** What the officer notes of one system in one case. */
export const SystemNote = z.object({
  systemId: z.string().min(1).max(100),
  found: Finding,
  /** Ids of the categories of data (policy cl. 15). */
  categories: z.array(z.string().max(100)).max(100),
  /** Which data exactly, in the language of the reply. */
  data: note,
  deed: Deed.nullable(),
  deedOn: LocalDate.nullable(),
  deedMethod: z.string().max(limits.line),
  /** Who did it, where it was not the officer who notes it. */
  deedBy: z.string().max(limits.name).default(''),
  /** Log entry, ticket, act: where the deed can be checked. */
  proof: z.string().max(limits.line),
})
export type SystemNote = z.infer<typeof SystemNote>
