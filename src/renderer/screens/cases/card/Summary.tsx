import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { DaysLeft } from '../../../ui/Chip.tsx'
import styles from './CaseCard.module.css'
import { nameOf } from './CaseFacts.tsx'

/** The case in a line: who, when, how, by when. */
export function Summary({ card }: { card: CaseCard }) {
  const { cases, words } = useTexts()
  const nearest = card.clocks
    .filter(({ endedOn }) => endedOn === null)
    .toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))[0]
  return (
    <p className={styles.summary}>
      <strong>{nameOf(card.applicant)}</strong>
      <span>
        {cases.card.received}: {shortDate(card.receivedOn)} · {words.channels[card.channel]}
      </span>
      {nearest ? (
        <span>
          {cases.card.due}: {shortDate(nearest.adjusted?.dueOn ?? nearest.dueOn)}{' '}
          <DaysLeft days={nearest.daysLeft} />
        </span>
      ) : null}
    </p>
  )
}
