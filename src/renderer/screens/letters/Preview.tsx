import type { CaseId } from '../../../shared/model/ids.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { PdfView } from '../../ui/PdfView.tsx'
import styles from './Letters.module.css'
import type { LetterPreview } from './usePreview.ts'

type Props = { preview: LetterPreview; caseId: CaseId; missing: string | null }

/** The very document that will be issued. `missing` names a field without which there is none. */
export function Preview({ preview, caseId, missing }: Props) {
  const { desk, letters } = useTexts()
  const { go } = useNavigation()
  const { letter, error, working } = preview
  return (
    <section className={styles.preview} aria-label={letters.composer.preview} aria-busy={working}>
      {error && !missing ? (
        <div style={{ padding: 12 }}>
          <ErrorNotice
            error={error}
            action={{
              codes: ['organisationMissing'],
              label: desk.openSettings,
              run: () => go({ screen: 'settings', section: 'organisation' }),
            }}
          />
        </div>
      ) : null}
      {letter && !missing ? (
        <PdfView
          bytes={letter.pdf}
          id={letter.sha256}
          name={`${letter.number}.pdf`}
          paper={{ paper: 'letter', caseId }}
        />
      ) : null}
      {missing ? <p className={styles.previewHint}>{letters.composer.previewMissing(missing)}</p> : null}
      {!letter && !missing && !error ? <Delayed label={letters.composer.previewWait} /> : null}
    </section>
  )
}
