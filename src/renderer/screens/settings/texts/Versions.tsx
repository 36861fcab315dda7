import type { TextVersion } from '../../../../shared/contract/templates.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import styles from './Texts.module.css'

/** Who changed the text when, the newest first. */
export function Versions({ versions }: { versions: readonly TextVersion[] }) {
  const { templates } = useTexts()
  return (
    <section aria-label={templates.versions}>
      <h3 className={styles.name}>{templates.versions}</h3>
      {versions.length === 0 ? <p className="dimmed">{templates.noVersions}</p> : null}
      <ol className={styles.versions}>
        {versions.map(({ revision, officer, at, original }) => (
          <li key={revision}>
            {templates.revision(revision)}: {templates.versionOf(officer, almatyMoment(at))}
            {original ? ` (${templates.original})` : ''}
          </li>
        ))}
      </ol>
    </section>
  )
}
