import { agendaSpans } from '../../../core/agenda/groups.ts'
import { type DueEvent, writeCalendar } from '../../../core/agenda/ics.ts'
import { daysBetween } from '../../../core/calendar/days.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { ClockId } from '../../../shared/model/ids.ts'
import type { UiLang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { Session } from '../session.ts'
import { readRegisterId } from '../settings/store.ts'
import { officeHours } from './office.ts'
import { remember } from './remember.ts'
import { dueBetween, ruleOfClock } from './store.ts'

/** Before the date that the rule gives, where another one holds. */
const byRule: Record<UiLang, string> = { ru: 'по правилу', kk: 'қағида бойынша', en: 'by the rule' }

/** More than any calendar program takes with ease. */
const mostEvents = 10_000

/** Numbers and titles alone: the file leaves the vault. The alarm rings when the office opens on the day of warning. */
export function calendarFile(
  session: Session,
  { lang, span }: { lang: UiLang; span: { from: LocalDate; to: LocalDate } | null },
): Output<'day.calendarFile'> {
  return session.query((db) => {
    const { late, warned } = agendaSpans(session.today, session.law.calendar)
    const wanted = span ?? { from: late.from, to: warned.to }
    const registerId = readRegisterId(db)
    const [hours = 0, minutes = 0] = officeHours(session, db).opensAt.split(':').map(Number)
    const ruleOf = remember((_, id: ClockId) => ruleOfClock(db, id))
    const events = dueBetween(db, wanted, mostEvents).map(
      ({ clockId, caseNumber, dueOn, ruleDueOn, warnOn, rule }): DueEvent => ({
        uid: `clock-${clockId}@${registerId}.zhauap`,
        on: dueOn,
        summary: `${caseNumber} · ${ruleOf(rule, clockId).title[lang]}${ruleDueOn ? ` (${byRule[lang]} ${ruleDueOn.split('-').toReversed().join('.')})` : ''}`,
        alarmMinutes: hours * 60 + minutes - daysBetween(warnOn, dueOn) * 24 * 60,
      }),
    )
    const text = writeCalendar('Жауап', events, session.ports.clock.now())
    return { name: `zhauap-${session.today}.ics`, bytes: new TextEncoder().encode(text) }
  })
}
