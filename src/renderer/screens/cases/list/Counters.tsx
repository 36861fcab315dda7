import type { CaseFilter } from '../../../../shared/model/list.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import styles from './CaseList.module.css'

type Counter = {
  filter: CaseFilter
  label: string
  count: number | undefined
  tone: 'today' | 'late' | 'calm'
}

/** The three questions of the morning, each a filter. */
export function Counters({ summary }: { summary: Output<'cases.summary'> | undefined }) {
  const { cases } = useTexts()
  const { list, showList } = useNavigation()
  const counters: Counter[] = [
    { filter: 'today', label: cases.list.dueToday, count: summary?.dueToday, tone: 'today' },
    { filter: 'late', label: cases.list.late, count: summary?.late, tone: 'late' },
    { filter: 'new', label: cases.list.fresh, count: summary?.fresh, tone: 'calm' },
  ]
  return (
    <fieldset className={styles.counters} aria-label={cases.list.counters}>
      {counters.map(({ filter, label, count, tone }) => (
        <button
          key={filter}
          type="button"
          className={styles.counter}
          data-tone={count ? tone : 'none'}
          aria-pressed={list.filter === filter}
          onClick={() => showList({ filter: list.filter === filter ? 'open' : filter, search: '' })}
        >
          <span className={styles.number}>{count ?? '–'}</span>
          <span>{label}</span>
        </button>
      ))}
    </fieldset>
  )
}
