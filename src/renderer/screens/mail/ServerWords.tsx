import { useTexts } from '../../i18n/index.ts'
import styles from './Mail.module.css'

/** What the mail server said, word for word. */
export function ServerWords({ response }: { response: string }) {
  const { letters } = useTexts()
  if (response === '') return null
  return (
    <div className={styles.response}>
      {letters.mail.serverWords}:{' '}
      <q className="mono" lang="en">
        {response}
      </q>
    </div>
  )
}
