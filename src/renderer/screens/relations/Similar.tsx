import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Input } from '../../../shared/contract/index.ts'
import { api, ask } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Notice } from '../../ui/Notice.tsx'
import mail from '../mail/Mail.module.css'

/** Warns, as one types, that the same person has an open case. */
export function Similar(person: Input<'relations.similar'>) {
  const { relations, words } = useTexts()
  const { go } = useNavigation()
  const [asked] = useDebouncedValue(person, 250)
  const similar = useQuery({
    queryKey: ['relations', 'similar', asked],
    queryFn: () => ask(api.relations.similar(asked)),
    placeholderData: (old) => old,
  })
  const cases = similar.data?.cases ?? []
  if (cases.length === 0) return null
  return (
    <Notice title={relations.similarTitle}>
      <ul style={{ margin: '0 0 6px', paddingLeft: 18 }}>
        {cases.map((one) => (
          <li key={one.id}>
            <button type="button" className={mail.link} onClick={() => go({ screen: 'case', id: one.id })}>
              {one.number}
            </button>{' '}
            · {words.kinds[one.kind]} · {shortDate(one.receivedOn)} · <bdi>{one.applicantName}</bdi> —{' '}
            {relations.same[one.same]}
          </li>
        ))}
      </ul>
      {relations.similarText}
    </Notice>
  )
}
