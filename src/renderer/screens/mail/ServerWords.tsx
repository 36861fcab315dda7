import type { MailReport } from '../../../shared/model/mail.ts'
import { almatyMoment } from '../../i18n/dates.ts'
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

/** What a mail server said later: that the letter did not arrive, is delayed, or did arrive. */
export function ReportWords({ report }: { report: MailReport | null }) {
  const { incoming } = useTexts()
  if (!report) return null
  const { outcome, status, words, at } = report
  return (
    <div className={styles.response}>
      {incoming.outcomes[outcome]} ({almatyMoment(at)}){status === '' ? '' : `, ${status}`}{' '}
      {words === '' || words === status ? null : (
        <q className="mono" lang="en">
          {words}
        </q>
      )}
    </div>
  )
}
