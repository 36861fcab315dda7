import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { waitsForServer } from '../../../core/mail/retry.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { MailState } from '../../../shared/model/mail.ts'
import { api, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { MailChip } from '../../ui/Chip.tsx'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import styles from './Mail.module.css'
import { MailActions } from './MailActions.tsx'
import { MailWords } from './MailWords.tsx'

type Asked = Output<'mail.outbox'>
type Mail = Asked['mails'][number]

const shownMails = 200

/** What was sent, what waits to go, and what needs the officer. */
export function Outbox() {
  const { letters } = useTexts()
  const [state, setState] = useState<MailState | null>(null)
  const outbox = useAsk(['mail', 'outbox', state], () => api.mail.outbox({ state, limit: shownMails }))
  const mails = outbox.data?.mails ?? []
  const isEmpty = outbox.isSuccess && mails.length === 0
  return (
    <Page title={letters.mail.outboxTitle}>
      {mails.some(isOffline) ? <Notice title={letters.mail.offline}>{null}</Notice> : null}
      <Filter state={state} counts={outbox.data?.counts ?? {}} onChange={setState} />
      <div className={styles.box}>
        <ErrorNotice error={outbox.error} onRetry={() => void outbox.refetch()} />
        {outbox.isPending ? <Delayed /> : null}
        {isEmpty && state === null ? (
          <EmptyState title={letters.mail.outboxEmpty} hint={letters.mail.outboxEmptyHint} />
        ) : null}
        {isEmpty && state !== null ? <p className={styles.none}>{letters.mail.filterEmpty}</p> : null}
        {mails.length > 0 ? <MailTable mails={mails} /> : null}
      </div>
    </Page>
  )
}

function isOffline({ state, failure }: Mail): boolean {
  return state === 'queued' && failure !== null && waitsForServer(failure)
}

type FilterProps = {
  state: MailState | null
  counts: Asked['counts']
  onChange: (state: MailState | null) => void
}

/** States that some mail is in, with how many are. */
function Filter({ state, counts, onChange }: FilterProps) {
  const { letters, words } = useTexts()
  const states = MailState.options.filter((option) => counts[option] !== undefined || option === state)
  if (states.length === 0) return null
  return (
    <SegmentedControl
      mb="sm"
      aria-label={letters.mail.filter}
      value={state ?? 'all'}
      onChange={(value) => onChange(MailState.safeParse(value).data ?? null)}
      data={[
        { value: 'all', label: letters.mail.all },
        ...states.map((value) => ({ value, label: `${words.mailStates[value]} (${counts[value] ?? 0})` })),
      ]}
    />
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
  const { go } = useNavigation()
  return (
    <tr>
      <td>
        <div className={styles.state}>
          <MailChip mail={mail} />
          <MailActions mail={mail} />
        </div>
      </td>
      <td className={styles.message}>
        <div>{mail.to}</div>
        <div className={styles.subject}>{mail.subject}</div>
        <MailWords mail={mail} />
      </td>
      <td>{mail.letterNumber}</td>
      <td>
        <button type="button" className={styles.link} onClick={() => go({ screen: 'case', id: mail.caseId })}>
          {mail.caseNumber}
        </button>
      </td>
      <td>{almatyMoment(mail.updatedAt)}</td>
    </tr>
  )
}
