import { CaseStatus } from '../../../../shared/model/case.ts'
import { useTexts } from '../../../i18n/index.ts'
import styles from './CaseCard.module.css'

/** Where the case stands on the way from registered to closed. */
export function Way({ status }: { status: CaseStatus }) {
  const { cases, words } = useTexts()
  const at = CaseStatus.options.indexOf(status)
  return (
    <ol className={styles.way} aria-label={cases.card.way}>
      {CaseStatus.options.map((stage, index) => (
        <li
          key={stage}
          className={styles.stage}
          data-state={index < at ? 'past' : 'ahead'}
          aria-current={stage === status ? 'step' : undefined}
        >
          {words.statuses[stage]}
        </li>
      ))}
    </ol>
  )
}
