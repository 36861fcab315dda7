import { UnstyledButton } from '@mantine/core'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { PlaceOrigin } from '../../../shared/model/letter.ts'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { type Route, useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import styles from './Letters.module.css'

type Source = Output<'letters.sources'>['sources'][number]
type Props = { about: Pick<LetterDraft, 'caseId' | 'templateId' | 'corrects'>; langs: readonly Lang[] }

/** Where a value is mended; null: the program gives it by itself. */
function placeOf(origin: PlaceOrigin, id: CaseId): Route | null {
  if (origin === 'journal') return null
  if (origin === 'organisation') return { screen: 'settings', section: 'organisation' }
  return { screen: 'case', id, part: origin === 'decision' ? 'request' : origin }
}

/** What the letter takes from the register by itself, and the way to where it stands. */
export function Sources({ about, langs }: Props) {
  const { letters } = useTexts()
  const { caseId, templateId, corrects } = about
  const found = useAsk(['letters', 'sources', caseId, templateId, corrects], () => api.letters.sources(about))
  const sources = found.data?.sources ?? []
  const missing = sources.filter((source) => isMissing(source, langs)).length
  return (
    <>
      <ErrorNotice error={found.error} />
      <details className={styles.sources} open={missing > 0}>
        <summary>{letters.sources.title(sources.length)}</summary>
        <ul>
          {sources.map((source) => (
            <SourceLine key={source.place} source={source} caseId={caseId} langs={langs} />
          ))}
        </ul>
      </details>
    </>
  )
}

const isMissing = ({ required, value }: Source, langs: readonly Lang[]): boolean =>
  required && langs.some((lang) => value[lang] === '')

function SourceLine({ source, caseId, langs }: { source: Source; caseId: CaseId; langs: readonly Lang[] }) {
  const { letters, templates } = useTexts()
  const { go } = useNavigation()
  const names: Record<string, string> = templates.places
  const { place, origin } = source
  const name = names[place] ?? place
  const values = [...new Set(langs.map((lang) => source.value[lang]).filter(Boolean))]
  const route = placeOf(origin, caseId)
  const from = letters.sources.origins[origin]
  return (
    <li>
      <span className={styles.sourceName}>{name}</span>
      {isMissing(source, langs) ? (
        <Chip tone="late">{letters.sources.missing}</Chip>
      ) : (
        <span className={`${styles.sourceValue} prewrap`}>
          {values.length > 0 ? values.join(' / ') : <span className="dimmed">{letters.sources.leftOut}</span>}
        </span>
      )}
      {route ? (
        <UnstyledButton
          className={styles.sourceLink}
          aria-label={letters.sources.go(name, from)}
          onClick={() => go(route)}
        >
          {from}
        </UnstyledButton>
      ) : (
        <span className="dimmed">{from}</span>
      )}
    </li>
  )
}
