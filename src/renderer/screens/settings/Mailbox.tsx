import { addDays } from '../../../core/calendar/days.ts'
import { api, useAsk } from '../../api.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { MailboxForm } from './MailboxForm.tsx'

const month = 30

/** Where requests come in by mail. */
export function Mailbox() {
  const stored = useAsk(['mailbox', 'read'], () => api.mailbox.read({}))
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const error = stored.error ?? summary.error
  if (error) return <ErrorNotice error={error} onRetry={() => void stored.refetch()} />
  if (!stored.data || !summary.data) return <Delayed />
  const { today } = summary.data
  return <MailboxForm stored={stored.data.imap} today={today} monthAgo={addDays(today, -month)} />
}
