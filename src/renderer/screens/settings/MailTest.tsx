import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { TestStage } from '../../../shared/model/mail.ts'
import type { useCommand } from '../../ui/command.ts'
import { errorOf } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { ServerWords } from '../mail/ServerWords.tsx'
import styles from './Settings.module.css'

type Test = Pick<ReturnType<typeof useCommand<unknown, { greeting: string }>>, 'data' | 'error'>

/** What came of the connection, step by step: in our words and in the server's. */
export function MailTest({ test }: { test: Test }) {
  const { settings } = useTexts()
  if (test.data) {
    return (
      <output className={styles.result}>
        <p>{settings.mail.testOk}</p>
        <Stages failed={null} />
        <ServerWords response={test.data.greeting} />
      </output>
    )
  }
  if (!test.error) return null
  const error = errorOf(test.error)
  return (
    <div>
      <ErrorNotice error={test.error} title={settings.mail.testFailed} />
      {error.code === 'smtpFailed' ? (
        <>
          <Stages failed={TestStage.parse(error.details.stage)} />
          <ServerWords response={error.details.response} />
        </>
      ) : null}
    </div>
  )
}

/** `failed` null: all of them work. */
function Stages({ failed }: { failed: TestStage | null }) {
  const { mail } = useTexts().settings
  const all = TestStage.options
  const reached = failed === null ? all.length : all.indexOf(failed)
  return (
    <ol className={styles.stages} aria-label={mail.stagesTitle}>
      {all.map((stage, index) => (
        <li key={stage}>
          <Mark state={index < reached ? 'done' : index === reached ? 'failed' : 'left'} />
          {mail.stages[stage]}
        </li>
      ))}
    </ol>
  )
}

function Mark({ state }: { state: 'done' | 'failed' | 'left' }) {
  const { mail } = useTexts().settings
  const marks = {
    done: { Icon: IconCheck, word: mail.stageDone, colour: 'var(--tone-good-ink)' },
    failed: { Icon: IconX, word: mail.stageFailed, colour: 'var(--tone-late-ink)' },
    left: { Icon: IconMinus, word: mail.stageLeft, colour: 'var(--mantine-color-dimmed)' },
  }
  const { Icon, word, colour } = marks[state]
  return (
    <>
      <Icon size={16} color={colour} aria-hidden="true" />
      <VisuallyHidden>{word}:</VisuallyHidden>
    </>
  )
}
