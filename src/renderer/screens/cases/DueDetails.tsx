import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { Clock, DueDate } from '../../../shared/model/clock.ts'
import { shortDate, weekdayIndex } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import styles from './DueDetails.module.css'
import { DueTrace, holding } from './DueTrace.tsx'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { Reckoning } from './Reckoning.tsx'

type Props = {
  due: DueDate & Partial<Pick<Clock, 'adjusted' | 'adjustments' | 'paused'>>
  /** Days left, or how the clock ended. */
  state?: ReactNode
  /** Stands under the date: until when on that day. */
  until?: ReactNode
  over?: boolean
  /** For the printed reckoning. */
  of?: Pick<CaseCard, 'id' | 'number'>
}

/** An extension gave the date that holds, not pauses alone. */
function isExtended({ adjusted, adjustments }: Props['due']): boolean {
  const untils = (adjustments ?? []).filter(({ type, revoked }) => type === 'extension' && revoked === null)
  return (
    adjusted?.trace.at(-1)?.reason.kind === 'extended' ||
    untils.some(({ until }) => until === adjusted?.dueOn)
  )
}

/** One deadline: what, by when, on what ground, and on a click why that date. */
export function DueDetails({ due, state, until, over, of: ofCase }: Props) {
  const { cases, deadlines, words } = useTexts()
  const of = useOf()
  const [open, setOpen] = useState(false)
  const id = useId()
  const holdsOn = due.adjusted?.dueOn ?? due.dueOn
  const weekday = words.weekdays[weekdayIndex(holdsOn)]
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
            {due.paused ? <Chip tone="today">{deadlines.paused}</Chip> : null}
            {due.adjusted ? (
              <Chip tone="calm">
                {isExtended(due)
                  ? deadlines.extendedUntil(shortDate(holdsOn))
                  : deadlines.movedTo(shortDate(holdsOn))}
              </Chip>
            ) : null}
            {due.provisional ? (
              <Chip tone="soon" why={cases.clock.provisionalWhy}>
                {cases.clock.provisional}
              </Chip>
            ) : null}
          </div>
        </div>
        <div className={styles.when}>
          <div className={styles.date}>
            {shortDate(holdsOn)} <span className={styles.weekday}>{weekday}</span>
          </div>
          {due.adjusted ? <div className={styles.until}>{deadlines.byRule(shortDate(due.dueOn))}</div> : null}
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
      <div id={id}>
        {open ? (
          <>
            <DueTrace due={holding(due)} />
            <PrintButton
              label={deadlines.print}
              printed={{ paper: 'reckoning', caseId: ofCase?.id ?? null, name: of(due.title) }}
            >
              <Reckoning due={due} {...(ofCase ? { caseNumber: ofCase.number } : {})} />
            </PrintButton>
          </>
        ) : null}
      </div>
    </article>
  )
}
