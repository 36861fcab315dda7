import { Alert, Button } from '@mantine/core'
import { useTexts } from '../../../i18n/index.ts'
import { type ReadEmail, useNavigation } from '../../../navigation.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Panel } from '../../../ui/Page.tsx'
import styles from './NewCase.module.css'

/** What the program read out of the e-mail, and the words that led it to the kind. */
export function EmailPanel({ email }: { email: ReadEmail }) {
  const { cases, incoming } = useTexts()
  const { go } = useNavigation()
  const { kind, because } = email.proposal
  return (
    <Panel title={cases.form.emailPanel}>
      <Facts
        facts={[
          [cases.form.emailFrom, email.from],
          [cases.form.emailSubject, email.subject],
        ]}
      />
      {kind ? (
        <div className={styles.because}>
          {cases.form.because}:{' '}
          {because.map((word) => (
            <mark key={word} className={styles.word}>
              {word}
            </mark>
          ))}
        </div>
      ) : (
        <p className={styles.because}>{cases.form.becauseNone}</p>
      )}
      {email.receivedOn ? null : <p className={styles.because}>{cases.form.dateUnknown}</p>}
      <p className={styles.hint}>{cases.form.checkProposal}</p>
      <Button
        size="compact-sm"
        variant="subtle"
        mt={6}
        onClick={() => go({ screen: 'message', id: email.emailId })}
      >
        {incoming.otherActions}
      </Button>
    </Panel>
  )
}

export function RegisteredAlready({ number }: { number: string }) {
  const { cases } = useTexts()
  const { go, showList, leave } = useNavigation()
  const find = () =>
    leave(() => {
      showList({ filter: 'all', search: number })
      go({ screen: 'cases' })
    })
  return (
    <Alert role="alert" color="yellow" variant="outline" mb="md" title={cases.form.alreadyRegistered(number)}>
      <Button size="xs" variant="default" onClick={find}>
        {cases.form.findIt}
      </Button>
    </Alert>
  )
}
