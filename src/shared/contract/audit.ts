import { z } from 'zod'
import { AuditEntry, AuditFilter, LeavingPaper, RowKind, SavedHead } from '../model/audit.ts'
import { Bytes, CaseId, Instant } from '../model/ids.ts'
import { Bilingual, Lang } from '../model/lang.ts'
import { command, query } from './call.ts'
import { TaskId } from './tasks.ts'

/** What is not as the record left it. `seq`: the entry that tells how it was, where one does. */
const Fault = z.object({
  kind: z.enum(['case', 'letter', 'attachment', 'mail', ...RowKind.options]),
  /** Null for what is of no case. */
  caseId: CaseId.nullable(),
  /** Number of the case, letter or act, name of the file or person, subject of the mail; empty where it has none. */
  name: z.string(),
  seq: z.number().int().nullable(),
})

/** What became of a head that was kept elsewhere. */
const Compared = z.enum(['holds', 'rewritten', 'broken'])

/** An entry with the number of its case; the text is empty where it has none. */
export const RecordEntry = AuditEntry.extend({ caseNumber: z.string() })
export type RecordEntry = z.infer<typeof RecordEntry>

export const audit = {
  /** The record, newest entry first. `before`: the entry after which it goes on; null: from the newest. */
  list: query({
    input: z.object({
      filter: AuditFilter.prefault({}),
      before: z.number().int().positive().nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ entries: z.array(RecordEntry), next: z.number().int().nullable() }),
    discloses: 'cardOpened',
  }),
  /** Who ever did something, and the titles of what entries name by an id: rules, letters, grounds, systems. */
  names: query({
    input: z.object({}),
    output: z.object({ actors: z.array(z.string()), titles: z.record(z.string(), Bilingual) }),
  }),
  /** The record as CSV, oldest first, in words. */
  export: command({
    input: z.object({ task: TaskId, filter: AuditFilter.prefault({}), lang: Lang }),
    output: z.object({ name: z.string(), bytes: Bytes, entries: z.number().int() }),
    forAuditor: true,
  }),
  /** A paper goes to the printer. The desk prints once that is on record. */
  notePrinted: command({ input: LeavingPaper, output: z.object({}), forAuditor: true }),
  /** A paper or a file is to be saved. The shell writes it once that is on record. */
  noteSaved: command({ input: LeavingPaper, output: z.object({}), forAuditor: true }),
  /**
   * Sends the newest entry's number and hash to the operator's own address, so that they stand where nobody can rewrite
   * them. `outcome` unknown: the line broke, it may have arrived.
   */
  sendHead: command({
    input: z.object({ lang: Lang }),
    output: z.object({ to: z.string(), outcome: z.enum(['sent', 'unknown']) }),
  }),
  /**
   * Recomputes the whole chain and compares the register with it. `brokenAt`: the first entry that does not fit, or null.
   * `unsealed`: cases whose state nothing has recorded yet. `saved`: what became of a head that was kept elsewhere.
   */
  verify: query({
    input: z.object({ task: TaskId.nullable().default(null), saved: SavedHead.nullable().default(null) }),
    output: z.object({
      entries: z.number().int(),
      brokenAt: z.number().int().nullable(),
      head: z.string(),
      cases: z.number().int(),
      unsealed: z.number().int(),
      faults: z.array(Fault),
      saved: Compared.nullable(),
    }),
  }),
  /** The newest entry, when one was last mailed, and what the last check found. */
  status: query({
    input: z.object({}),
    output: z.object({
      head: z.object({ seq: z.number().int(), hash: z.string(), at: Instant }).nullable(),
      /** Null: never. `overdue`: so long ago that another should be. */
      mailed: z.object({ at: Instant.nullable(), overdue: z.boolean() }),
      checked: z.object({ at: Instant, whole: z.boolean(), saved: Compared.nullable() }).nullable(),
      /** Why the last check that the program made by itself came to no end: a code of the list of errors. */
      hindered: z.object({ at: Instant, fault: z.string() }).nullable(),
    }),
  }),
}
