import { z } from 'zod'
import { CaseKind, CaseStatus, Channel, limits } from './case.ts'
import { Lang } from './lang.ts'
import { LocalDate } from './local-date.ts'

const several = <T extends z.ZodType>(of: T) => z.array(of).max(200)

/** Filters of the list of cases; all that are set hold together. An empty list and null let everything through. */
export const Narrow = z.object({
  kinds: several(CaseKind),
  statuses: several(CaseStatus),
  channels: several(Channel),
  langs: several(Lang),
  sites: several(z.string().max(limits.line)),
  /** 0: nobody. */
  assignees: several(z.number().int().nonnegative()),
  receivedFrom: LocalDate.nullable(),
  receivedTo: LocalDate.nullable(),
  dueFrom: LocalDate.nullable(),
  dueTo: LocalDate.nullable(),
})
export type Narrow = z.infer<typeof Narrow>

export const everything: Narrow = {
  kinds: [],
  statuses: [],
  channels: [],
  langs: [],
  sites: [],
  assignees: [],
  receivedFrom: null,
  receivedTo: null,
  dueFrom: null,
  dueTo: null,
}

export const SortColumn = z.enum(['due', 'number', 'kind', 'person', 'status', 'received', 'assignee'])
export type SortColumn = z.infer<typeof SortColumn>

export const Sort = z.object({ by: SortColumn, descending: z.boolean() })
export type Sort = z.infer<typeof Sort>

/** Open: not closed. Late: a running clock is past its due date. Today: a running clock is due today. */
export const CaseFilter = z.enum(['open', 'late', 'today', 'new', 'closed', 'all'])
export type CaseFilter = z.infer<typeof CaseFilter>

/** What the list shows, as it is saved under a name. */
export const CaseView = z.object({
  filter: CaseFilter,
  search: z.string().max(200),
  narrow: Narrow,
  sort: Sort.nullable(),
})
export type CaseView = z.infer<typeof CaseView>
