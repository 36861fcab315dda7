import type { DueLine } from '../../../shared/contract/day.ts'
import { shortDate, weekdayIndex } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import styles from './Day.module.css'

type Props = { label: string; lines: readonly DueLine[]; total: number; late: boolean }

/** Clocks as lines; a click opens the case. */
export function DueTable({ label, lines, total, late }: Props) {
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
            <Line key={line.clockId} line={line} late={late} />
          ))}
        </tbody>
      </table>
      {total > lines.length ? <p className="dimmed">{day.more(total - lines.length)}</p> : null}
    </>
  )
}

function Line({ line, late }: { line: DueLine; late: boolean }) {
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
        <Left minutes={line.workingMinutesLeft} late={late} />
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

function Left({ minutes, late }: { minutes: number | null; late: boolean }) {
  const { day } = useTexts()
  if (late) return <Chip tone="late">{day.groups.late('', '')}</Chip>
  if (minutes === null) return <Chip tone="plain">{day.noCalendar}</Chip>
  const tone = minutes < 9 * 60 ? 'today' : 'calm'
  return <Chip tone={tone}>{day.workingHours(minutes)}</Chip>
}
