import { daysBetween } from '../../../core/calendar/days.ts'
import type { DueLine } from '../../../shared/contract/day.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { shortDate, weekdayIndex } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip, DaysLeft } from '../../ui/Chip.tsx'
import styles from './Day.module.css'

type Props = { label: string; lines: readonly DueLine[]; total: number; today: LocalDate }

/** Clocks as lines; a click opens the case. */
export function DueTable({ label, lines, total, today }: Props) {
  const { day } = useTexts()
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{day.due}</th>
            <th scope="col">{day.left}</th>
            <th scope="col">{day.number}</th>
            <th scope="col">{day.clock}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.clockId} line={line} today={today} />
          ))}
        </tbody>
      </table>
      {total > lines.length ? <p className="dimmed">{day.more(total - lines.length)}</p> : null}
    </>
  )
}

function Line({ line, today }: { line: DueLine; today: LocalDate }) {
  const { cases, day, deadlines, words } = useTexts()
  const of = useOf()
  const { go } = useNavigation()
  const open = () => go({ screen: 'case', id: line.caseId })
  return (
    // The row is a large target for the mouse; keyboards and screen readers have the button in it.
    <tr className={styles.row} onClick={open}>
      <td>
        {shortDate(line.dueOn)} <span className="dimmed">{words.weekdays[weekdayIndex(line.dueOn)]}</span>
        {line.ruleDueOn ? <div className="dimmed">{deadlines.byRule(shortDate(line.ruleDueOn))}</div> : null}
      </td>
      <td>
        <Left line={line} today={today} />
      </td>
      <td>
        <button
          type="button"
          className={styles.number}
          onClick={(event) => {
            event.stopPropagation()
            open()
          }}
        >
          {line.caseNumber}
        </button>
        <div className={styles.who}>
          {words.kinds[line.kind]} · {line.applicantName}
        </div>
      </td>
      <td>
        {of(line.title)} {line.paused ? <Chip tone="plain">{day.paused}</Chip> : null}
        {line.ruleConfirmed ? null : <Chip tone="soon">{cases.clock.unconfirmed}</Chip>}
        {line.provisional ? <Chip tone="soon">{cases.clock.provisional}</Chip> : null}
      </td>
    </tr>
  )
}

/** Working hours until it is due; once it is late, the days since, as everywhere. */
function Left({ line: { dueOn, workingMinutesLeft: minutes }, today }: { line: DueLine; today: LocalDate }) {
  const { day } = useTexts()
  if (dueOn < today) return <DaysLeft days={daysBetween(today, dueOn)} />
  if (minutes === null) return <Chip tone="plain">{day.noCalendar}</Chip>
  const tone = minutes < 9 * 60 ? 'today' : 'calm'
  return <Chip tone={tone}>{day.workingHours(minutes)}</Chip>
}
