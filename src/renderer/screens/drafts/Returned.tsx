import { Button } from '@mantine/core'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import styles from './Drafts.module.css'

/** Over a form that came back as it was left. `files`: what has to be enclosed again. */
export function Returned({
  savedAt,
  files = [],
  onForget,
}: {
  savedAt: string
  files?: readonly string[]
  onForget: () => void
}) {
  const { protection } = useTexts()
  return (
    <div className={styles.returned} role="status">
      <span>{protection.returned(almatyMoment(savedAt))}</span>
      {files.length > 0 ? <span>{protection.filesAgain(files.join(', '))}</span> : null}
      <Button size="compact-sm" variant="subtle" onClick={onForget}>
        {protection.startAfresh}
      </Button>
    </div>
  )
}
