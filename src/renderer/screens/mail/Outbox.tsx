import type { Output } from '../../../shared/contract/index.ts'
import { api, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { MailChip } from '../../ui/Chip.tsx'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Page } from '../../ui/Page.tsx'
import styles from './Mail.module.css'
import { MailActions } from './MailActions.tsx'
import { ReportWords, ServerWords } from './ServerWords.tsx'

type Mail = Output<'mail.outbox'>['mails'][number]

const shownMails = 200

export function Outbox() {
  const { letters } = useTexts()
  const outbox = useAsk(['mail', 'outbox'], () => api.mail.outbox({ limit: shownMails }))
  const mails = outbox.data?.mails ?? []
  return (
    <Page title={letters.mail.outboxTitle}>
      <div className={styles.box}>
        <ErrorNotice error={outbox.error} onRetry={() => void outbox.refetch()} />
        {outbox.isPending ? <Delayed /> : null}
        {outbox.isSuccess && mails.length === 0 ? (
          <EmptyState title={letters.mail.outboxEmpty} hint={letters.mail.outboxEmptyHint} />
        ) : null}
        {mails.length > 0 ? <MailTable mails={mails} /> : null}
      </div>
    </Page>
  )
}

function MailTable({ mails }: { mails: readonly Mail[] }) {
  const { letters } = useTexts()
  return (
    <table className={styles.table} aria-label={letters.mail.outboxTitle}>
      <thead>
        <tr>
          <th scope="col">{letters.mail.state}</th>
          <th scope="col">{letters.mail.to}</th>
          <th scope="col">{letters.mail.letter}</th>
          <th scope="col">{letters.mail.case}</th>
          <th scope="col">{letters.mail.attempts}</th>
          <th scope="col">{letters.mail.updated}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </tbody>
    </table>
  )
}

function MailRow({ mail }: { mail: Mail }) {
  const { words } = useTexts()
  const { go } = useNavigation()
  return (
    <tr>
      <td>
        <div className={styles.state}>
          <MailChip state={mail.state} report={mail.report} />
          <MailActions mail={mail} />
        </div>
      </td>
      <td className={styles.message}>
        <div>{mail.to}</div>
        <div className={styles.subject}>{mail.subject}</div>
        {mail.failure && mail.state !== 'sent' ? <div>{words.sendFailures[mail.failure]}</div> : null}
        <ServerWords response={mail.response} />
        <ReportWords report={mail.report} />
      </td>
      <td>{mail.letterNumber}</td>
      <td>
        <button type="button" className={styles.link} onClick={() => go({ screen: 'case', id: mail.caseId })}>
          {mail.caseNumber}
        </button>
      </td>
      <td>{mail.attempts}</td>
      <td>{almatyMoment(mail.updatedAt)}</td>
    </tr>
  )
}
