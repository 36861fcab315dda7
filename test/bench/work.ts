import { parseArgs } from 'node:util'
import { listBlockings } from '../../src/main/engine/blocking/store.ts'
import { readCard } from '../../src/main/engine/cases/card.ts'
import { listCases, summarise } from '../../src/main/engine/cases/list-store.ts'
import { dayHandlers } from '../../src/main/engine/day/handlers.ts'
import { listOfficers } from '../../src/main/engine/officers/store.ts'
import { registerCase } from '../../src/main/engine/cases/register.ts'
import { takeStep } from '../../src/main/engine/cases/take-step.ts'
import { pendingMoves } from '../../src/main/engine/deadlines/change.ts'
import { similarCases } from '../../src/main/engine/relations/store.ts'
import type { Session } from '../../src/main/engine/session.ts'
import { contactsOf, findContact } from '../../src/main/engine/suppression/store.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { everything, type Narrow, type Sort, SortColumn } from '../../src/shared/model/list.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { type Bar, writeBar } from './measure.ts'
import { noDetails, person, text } from './people.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } }, strict: false })
/** How many cases the register holds. */
export const cases = Number(values.cases)

const newCase = (number: number): NewCase =>
  NewCase.parse({
    kind: 'access',
    channel: 'email',
    receivedOn: '2026-11-20',
    documentsEnclosed: false,
    representative: null,
    details: noDetails,
    applicant: person(number),
    site: 'kazteleport.kz',
    subject: 'Запрос',
    text: text(number),
    emailId: null,
    attachments: [],
  })

export const registerOne = (session: Session, number: number): ReturnType<typeof registerCase> =>
  registerCase(session, newCase(number))

export type Work = {
  title: string
  times: number
  run: (session: Session, number: number) => unknown
  /** Where it is not that of the screens. */
  bar?: Bar
}

type Ask = {
  filter?: 'open' | 'all' | 'late' | 'today'
  search?: string
  narrow?: Partial<Narrow>
  sort?: Sort
  deep?: boolean
}

function list(session: Session, ask: Ask, number = 0): unknown {
  const { filter = 'all', search = '', narrow = {}, sort = null, deep = false } = ask
  const id = CaseId.parse(Math.max(1, Math.floor(cases / 2) - number))
  const after = deep ? ({ value: null, id, tier: 'exact' } as const) : null
  const input = { filter, search, narrow: { ...everything, ...narrow }, sort, after, limit: 50 }
  return session.query((db) => listCases(db, input, session.today))
}

const listing = (title: string, ask: Ask): Work => ({
  title,
  times: 100,
  run: (session, number) => list(session, ask, number),
})
const searching = (title: string, typed: readonly string[]): Work => ({
  title,
  times: 200,
  run: (session, number) => list(session, { search: typed[number % typed.length] ?? '' }),
})

/** What the screens ask. */
export const work: readonly Work[] = [
  listing('list, 50 most urgent', { filter: 'open' }),
  listing('list, late', { filter: 'late' }),
  listing('list, newest of all', {}),
  listing('list, a page from the middle', { deep: true }),
  ...SortColumn.options.flatMap((by) =>
    [false, true].map((descending) =>
      listing(`list, all by ${by}${descending ? ', descending' : ''}`, { sort: { by, descending } }),
    ),
  ),
  listing('filter: kind', { narrow: { kinds: ['claim'] } }),
  listing('filter: officer, open', { filter: 'open', narrow: { assignees: [2] } }),
  listing('filter: kind, channel, language', {
    narrow: { kinds: ['claim'], channels: ['paper'], langs: ['kk'] },
  }),
  listing('filter: kind, site, officer, by name', {
    narrow: { kinds: ['access'], sites: ['smartcloud.kz'], assignees: [1] },
    sort: { by: 'person', descending: false },
  }),
  listing('filter: kind, open, by receipt', {
    filter: 'open',
    narrow: { kinds: ['claim'] },
    sort: { by: 'received', descending: false },
  }),
  listing('filter: open, kind, language, by name', {
    filter: 'open',
    narrow: { kinds: ['claim'], langs: ['kk'] },
    sort: { by: 'person', descending: false },
  }),
  listing('filter: open, oldest first', { filter: 'open', sort: { by: 'received', descending: false } }),
  listing('filter: late, by officer', { filter: 'late', sort: { by: 'assignee', descending: false } }),
  listing('filter: one kind, by kind', {
    narrow: { kinds: ['authority'] },
    sort: { by: 'kind', descending: false },
  }),
  listing('filter: one day, by name', {
    narrow: { receivedFrom: LocalDate.parse('2026-02-02'), receivedTo: LocalDate.parse('2026-02-03') },
    sort: { by: 'person', descending: false },
  }),
  listing('filter: period, status', {
    narrow: {
      statuses: ['closed'],
      receivedFrom: LocalDate.parse('2026-01-01'),
      receivedTo: LocalDate.parse('2026-01-31'),
    },
  }),
  searching('search: prefix of a name', ['нұр', 'сери', 'өте']),
  searching('search: without Kazakh letters', ['нурмаг', 'отеген']),
  searching('search: common word', ['обрабатываете', 'мобильді']),
  searching('search: two words', ['коваленко прошу', 'айгүл хабарлауыңызды']),
  searching('search: number', ['ДС-2026-0077', 'ПР-2026-0101']),
  searching('search: e-mail, IIN, telephone', [
    'applicant777@example.com',
    person(555).iin,
    '+7 700 1000999',
  ]),
  searching('search: nothing there', ['ъыъыъ']),
  listing('search: common word, rare filters', {
    search: 'обрабатываете',
    narrow: { kinds: ['claim'], channels: ['paper'], langs: ['kk'], sites: ['smartcloud.kz'] },
  }),
  searching('search: one letter', ['н', 'қ']),
  searching(
    'search: IIN, half typed',
    [4, 6, 9].map((typed) => person(555).iin.slice(0, typed)),
  ),
  searching('search: half a common word', ['обрабатыв', 'мобильд']),
  listing('search: a name, by due date', {
    search: 'нұрмағ айг',
    sort: { by: 'due', descending: false },
  }),
  listing('search: common word, by due date', {
    search: 'обрабатываете',
    sort: { by: 'due', descending: false },
  }),
  listing('search: common word, by name', {
    search: 'обрабатываете',
    sort: { by: 'person', descending: false },
  }),
  listing('search: one letter, by name, descending', {
    search: 'н',
    sort: { by: 'person', descending: true },
  }),
  listing('search: a fifth of all, by kind', {
    search: 'се',
    sort: { by: 'kind', descending: false },
  }),
  listing('search: common word, rare status, by name', {
    search: 'обрабатываете',
    narrow: { statuses: ['decided'], assignees: [2] },
    sort: { by: 'person', descending: false },
  }),
  listing('search: common word, due today, by name', {
    search: 'обрабатываете',
    filter: 'today',
    sort: { by: 'person', descending: false },
  }),
  listing('search: common word, late, by name', {
    search: 'обрабатываете',
    filter: 'late',
    sort: { by: 'person', descending: false },
  }),
  listing('search: common word, late', { search: 'обрабатываете', filter: 'late' }),
  listing('search: common word, filters', {
    search: 'обрабатываете',
    filter: 'open',
    narrow: { kinds: ['claim'], channels: ['paper'], assignees: [2] },
  }),
  {
    title: 'counters of the desk',
    times: 300,
    run: (session) => session.query((db) => summarise(db, session.today)),
  },
  {
    title: 'card of a case',
    times: 200,
    run: (session, number) => {
      const id = CaseId.parse(1 + ((number * 977) % cases))
      return session.query((db) => readCard(db, session.packs, id, session.today))
    },
  },
  {
    title: 'register of blockings',
    times: 100,
    run: (session) => {
      const input = { state: 'inForce', after: null, limit: 50 } as const
      return session.query((db) => listBlockings(db, session.packs, input, session.today))
    },
  },
  {
    title: 'cases of the same person',
    times: 200,
    run: (session, number) => {
      const applicant = person(number)
      return session.query((db) => similarCases(db, { kind: 'access', applicant }))
    },
  },
  {
    title: 'day sheet',
    times: 100,
    run: (session) => dayHandlers['day.sheet'](session, {}),
  },
  {
    title: 'month of deadlines',
    times: 100,
    run: (session) => dayHandlers['day.month'](session, { from: LocalDate.parse('2026-10-26'), days: 42 }),
  },
  {
    title: 'officers and their cases',
    times: 100,
    run: (session) => session.query(listOfficers),
  },
  {
    title: 'suppression list, one contact',
    times: 300,
    run: (session, number) => {
      const [contact] = contactsOf(person(number))
      return contact && session.query((db) => findContact(db, contact))
    },
  },
]

/** Work that writes, or that counts every running clock anew; it has bars of its own. */
export const heavyWork: readonly Work[] = [
  {
    title: 'case registered, durable',
    times: 200,
    bar: writeBar,
    run: registerOne,
  },
  {
    title: 'step taken, durable',
    times: 100,
    bar: null,
    run: (session, number) =>
      takeStep(session, CaseId.parse(cases + 1 + number), {
        action: 'verifyIdentity',
        method: 'knownAddress',
        compared: 'Адрес',
      }),
  },
  { title: 'all running clocks recounted', times: 3, bar: null, run: pendingMoves },
]
