import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import type { DueDate } from '../../../shared/contract/cases.ts'
import { shortDate, weekdayIndex } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import styles from './DueDetails.module.css'
import { DueTrace } from './DueTrace.tsx'

type Props = {
  due: DueDate
  /** Days left, or how the clock ended. */
  state?: ReactNode
  /** Stands under the date: until when on that day. */
  until?: ReactNode
  over?: boolean
}

/** One deadline: what, by when, on what ground, and on a click why that date. */
export function DueDetails({ due, state, until, over }: Props) {
  const { cases, words } = useTexts()
  const of = useOf()
  const [open, setOpen] = useState(false)
  const id = useId()
  const weekday = words.weekdays[weekdayIndex(due.dueOn)]
  return (
    <article className={styles.clock} data-over={over ?? false} aria-label={of(due.title)}>
      <div className={styles.top}>
        <div className={styles.what}>
          <h3 className={styles.title}>{of(due.title)}</h3>
          <div className={styles.basis}>
            {words.terms[due.unit](due.amount)}, {words.natures[due.nature]} · {of(due.basis)}
          </div>
          <div className={styles.badges}>
            {due.ruleConfirmed ? null : (
              <Chip tone="soon" why={cases.clock.unconfirmedWhy}>
                {cases.clock.unconfirmed}
              </Chip>
            )}
            {due.provisional ? (
              <Chip tone="soon" why={cases.clock.provisionalWhy}>
                {cases.clock.provisional}
              </Chip>
            ) : null}
          </div>
        </div>
        <div className={styles.when}>
          <div className={styles.date}>
            {shortDate(due.dueOn)} <span className={styles.weekday}>{weekday}</span>
          </div>
          {until ? <div className={styles.until}>{until}</div> : null}
          {state}
        </div>
      </div>
      <UnstyledButton
        className={styles.why}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {cases.clock.why}
        <IconChevronDown size={16} className={styles.chevron} data-open={open} />
      </UnstyledButton>
      <div id={id}>{open ? <DueTrace due={due} /> : null}</div>
    </article>
  )
}
