import { VisuallyHidden } from '@mantine/core'
import type { Output } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import styles from './Day.module.css'

type Props = {
  day: Output<'day.month'>['days'][number]
  today: LocalDate
  isHere: boolean
  isOpen: boolean
  isOutside: boolean
  onOpen: () => void
}

/** One day of the grid: its number, why it is off or worked, and how much is due. */
export function MonthDay({ day: { date, due, mark }, today, isHere, isOpen, isOutside, onOpen }: Props) {
  const { day } = useTexts()
  const of = useOf()
  const isLate = due > 0 && date < today
  const off = mark.kind === 'weekend' || mark.kind === 'dayOff'
  const name = 'name' in mark ? of(mark.name) : mark.kind === 'unknown' ? day.unknown : ''
  const said = mark.kind === 'workingWeekend' ? `${day.worked}: ${name}` : name
  const counted = due === 0 ? '' : isLate ? day.lateCount(due) : day.dueCount(due)
  return (
    <div role="gridcell" aria-selected={isOpen} {...(date === today ? { 'aria-current': 'date' } : {})}>
      <button
        type="button"
        tabIndex={isHere ? 0 : -1}
        className={styles.day}
        data-off={off}
        data-outside={isOutside}
        data-today={date === today}
        data-open={isOpen}
        data-date={date}
        title={said}
        onClick={onOpen}
      >
        <span aria-hidden="true">{Number(date.slice(8))}</span>
        <VisuallyHidden>{shortDate(date)}</VisuallyHidden>
        {due > 0 ? (
          <span className={styles.due} data-late={isLate}>
            {counted}
          </span>
        ) : null}
        <span className={styles.mark}>{said}</span>
      </button>
    </div>
  )
}
