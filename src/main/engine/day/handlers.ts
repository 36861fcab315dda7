import { agendaGroups, agendaSpans } from '../../../core/agenda/groups.ts'
import { workingMinutesLeft } from '../../../core/agenda/office-time.ts'
import { dayKind } from '../../../core/calendar/calendar.ts'
import { addDays } from '../../../core/calendar/days.ts'
import type { DayMark, DueLine } from '../../../shared/contract/day.ts'
import type { engineContract, Handlers, Output } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'
import { readConfirmations } from '../deadlines/confirmation-store.ts'
import type { Session } from '../session.ts'
import { calendarFile } from './calendar-file.ts'
import { officeHours } from './office.ts'
import { remember } from './remember.ts'
import {
  countDueBetween,
  countWarnedSince,
  dueBetween,
  dueCounts,
  type DueRow,
  ruleOfClock,
  warnedSince,
} from './store.ts'

/** As many as an officer reads in a day; of the rest she sees how many there are. */
const shownLines = 50

export const dayHandlers: Handlers<Pick<typeof engineContract, 'day'>, Session> = {
  'day.sheet': (session) => session.query((db) => daySheet(session, db)),
  'day.month': (session, { from, days }) =>
    session.query((db) => {
      const dates = Array.from({ length: days }, (_, index) => addDays(from, index))
      const counts = dueCounts(db, { from, to: addDays(from, days - 1) })
      return {
        today: session.today,
        days: dates.map((date) => ({ date, due: counts.get(date) ?? 0, mark: markOf(session, date) })),
      }
    }),
  'day.list': (session, { on }) =>
    session.query((db) => {
      const span = { from: on, to: on }
      return {
        total: countDueBetween(db, span),
        lines: dueBetween(db, span, shownLines).map(lineMaker(session, db)),
      }
    }),
  'day.calendarFile': calendarFile,
}

function daySheet(session: Session, db: ReadableDb): Output<'day.sheet'> {
  const { today } = session
  const spans = agendaSpans(today, session.law.calendar)
  const toLine = lineMaker(session, db)
  return {
    today,
    groups: agendaGroups.map((id) => {
      const span = spans[id]
      const isWarned = id === 'warned'
      const rows = isWarned ? warnedSince(db, today, span.from, shownLines) : dueBetween(db, span, shownLines)
      const total = isWarned ? countWarnedSince(db, today, span.from) : countDueBetween(db, span)
      return { id, ...span, total, lines: rows.map(toLine) }
    }),
  }
}

/** Rules and dates repeat from line to line, so each is read and counted once. */
function lineMaker(session: Session, db: ReadableDb): (row: DueRow) => DueLine {
  const confirmed = readConfirmations(db)
  const hours = officeHours(session, db)
  const now = session.ports.clock.now()
  const ruleOf = remember((_, { clockId }: DueRow) => ruleOfClock(db, clockId))
  const minutesTo = remember((date: string) =>
    workingMinutesLeft(now, date as LocalDate, hours, session.law.calendar),
  )
  return (line) => {
    const { rule: version, ...row } = line
    const rule = ruleOf(version, line)
    return {
      ...row,
      title: rule.title,
      workingMinutesLeft: minutesTo(row.dueOn),
      ruleConfirmed: confirmed(rule) !== null,
      provisional: row.provisional === 1,
      paused: row.paused === 1,
    }
  }
}

function markOf({ law }: Session, date: LocalDate): DayMark {
  const day = dayKind(law.calendar, date)
  return day.known ? day.reason : { kind: 'unknown' }
}
