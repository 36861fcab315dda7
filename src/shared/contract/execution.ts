import { z } from 'zod'
import { CatalogEntry } from '../model/catalog.ts'
import { OperatorSystem, SystemNote } from '../model/execution.ts'
import { CaseId, Instant } from '../model/ids.ts'
import { command, query } from './call.ts'

const RecordedNote = SystemNote.extend({ officer: z.string(), at: Instant })
export type RecordedNote = z.infer<typeof RecordedNote>

export const execution = {
  /** The systems of the operator, and what was found and done in each for a case as it stands. */
  ofCase: query({
    input: z.object({ caseId: CaseId }),
    output: z.object({
      systems: z.array(OperatorSystem.extend({ note: RecordedNote.nullable() })),
      categories: z.array(CatalogEntry),
      /** The status of the case lets findings and deeds be noted. */
      open: z.boolean(),
    }),
    discloses: 'cardOpened',
  }),
  /** Notes what a search of a system gave and what was done there; a correction overwrites, and the history keeps both. */
  note: command({ input: SystemNote.extend({ caseId: CaseId }), output: z.object({}) }),
  /** Nothing was found in all systems that have no finding yet. */
  noteRest: command({ input: z.object({ caseId: CaseId }), output: z.object({ noted: z.number().int() }) }),
  systems: query({ input: z.object({}), output: z.object({ systems: z.array(OperatorSystem) }) }),
  /** Adds a system (`id` null), or renames, retires and revives one. */
  saveSystem: command({
    input: OperatorSystem.omit({ id: true }).extend({ id: z.string().max(100).nullable() }),
    output: z.object({}),
  }),
}
