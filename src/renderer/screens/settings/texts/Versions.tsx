import { Button } from '@mantine/core'
import type { TextVersion } from '../../../../shared/contract/templates.ts'
import type { Result } from '../../../../shared/errors.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import styles from './Texts.module.css'

type Props<Texts> = {
  versions: readonly TextVersion[]
  read: (revision: number) => Promise<Result<{ texts: Texts }>>
  /** Puts the texts of a version into the form, where they can be looked at and saved anew. */
  onOpen: (texts: Texts) => void
}

/** Who changed the text when, the newest first, down to the text of the pack. */
export function Versions<Texts>({ versions, read, onOpen }: Props<Texts>) {
  const { templates } = useTexts()
  const open = useCommand(read)
  const show = (revision: number) => open.mutate(revision, { onSuccess: ({ texts }) => onOpen(texts) })
  const named = (revision: number) => (revision === 0 ? templates.original : templates.revision(revision))
  return (
    <section aria-label={templates.versions}>
      <h3 className={styles.name}>{templates.versions}</h3>
      {versions.length === 0 ? <p className="dimmed">{templates.noVersions}</p> : null}
      <ErrorNotice error={open.error} />
      <ol className={styles.versions}>
        {versions.map(({ revision, officer, at, original }) => (
          <li key={revision}>
            {templates.revision(revision)}: {templates.versionOf(officer, almatyMoment(at))}
            {original ? ` (${templates.original})` : ''}{' '}
            <OpenVersion name={named(revision)} onOpen={() => show(revision)} />
          </li>
        ))}
        {versions.length > 0 ? (
          <li>
            {templates.original} <OpenVersion name={named(0)} onOpen={() => show(0)} />
          </li>
        ) : null}
      </ol>
    </section>
  )
}

function OpenVersion({ name, onOpen }: { name: string; onOpen: () => void }) {
  const { templates } = useTexts()
  return (
    <Button variant="subtle" size="compact-xs" aria-label={templates.openVersion(name)} onClick={onOpen}>
      {templates.open}
    </Button>
  )
}
