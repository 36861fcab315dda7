import { transitions } from '../../../../core/casework/transitions.ts'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { CaseStatus } from '../../../../shared/model/case.ts'
import { useTexts } from '../../../i18n/index.ts'
import styles from './CaseCard.module.css'

/** The stages that this case can go through: what is only answered is not carried out. */
function stagesOf({ kind, outcome, status }: CaseCard): CaseStatus[] {
  return CaseStatus.options.filter(
    (stage) =>
      stage === 'registered' ||
      stage === status ||
      transitions[kind].some(
        ({ to, outcomes }) => to === stage && (!outcomes || outcome === null || outcomes.includes(outcome)),
      ),
  )
}

/** Where the case stands on the way from registered to closed. */
export function Way({ card }: { card: CaseCard }) {
  const { cases, words } = useTexts()
  const stages = stagesOf(card)
  const at = stages.indexOf(card.status)
  return (
    <ol className={styles.way} aria-label={cases.card.way}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          className={styles.stage}
          data-state={index < at ? 'past' : 'ahead'}
          aria-current={stage === card.status ? 'step' : undefined}
        >
          {words.statuses[stage]}
        </li>
      ))}
    </ol>
  )
}
