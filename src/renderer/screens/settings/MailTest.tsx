import type { useCommand } from '../../ui/command.ts'
import { errorOf } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { ServerWords } from '../mail/ServerWords.tsx'
import styles from './Settings.module.css'

type Test = Pick<ReturnType<typeof useCommand<unknown, { greeting: string }>>, 'data' | 'error'>

/** What came of the connection: in our words and in the server's. */
export function MailTest({ test }: { test: Test }) {
  const { settings } = useTexts()
  if (test.data) {
    return (
      <output className={styles.result}>
        <p>{settings.mail.testOk}</p>
        <ServerWords response={test.data.greeting} />
      </output>
    )
  }
  if (!test.error) return null
  const error = errorOf(test.error)
  return (
    <div>
      <ErrorNotice error={test.error} title={settings.mail.testFailed} />
      {error.code === 'smtpFailed' ? <ServerWords response={error.details.response} /> : null}
    </div>
  )
}
