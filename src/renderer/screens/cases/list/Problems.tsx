import type { Prospect } from '../../../../shared/contract/bulk.ts'
import { useTexts } from '../../../i18n/index.ts'
import { describeError } from '../../../ui/ErrorNotice.tsx'

/** What stands in the way of some of many cases. */
export function Problems({ cases }: { cases: readonly Prospect[] }) {
  const texts = useTexts()
  const hindered = cases.filter(({ problem }) => problem !== null)
  if (hindered.length === 0) return null
  return (
    <ul style={{ maxHeight: '40vh', overflow: 'auto' }}>
      {hindered.map(({ id, number, problem }) => (
        <li key={id}>{texts.bulk.problem(number, problem ? describeError(problem, texts).what : '')}</li>
      ))}
    </ul>
  )
}
