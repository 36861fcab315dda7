import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { IncomingMessage } from '../../../shared/contract/intake.ts'
import type { IncomingId } from '../../../shared/model/ids.ts'
import { api, ask, useAsk } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import { Files } from './Files.tsx'
import styles from './Incoming.module.css'
import { MessageActions } from './MessageActions.tsx'
import { MessageBody } from './MessageBody.tsx'
import { Proposal } from './Proposal.tsx'

/** One message that waits: what it says, what came with it, and what may be done with it. */
export function Message({ id }: { id: IncomingId }) {
  const { incoming } = useTexts()
  const message = useAsk(['intake', 'message', id], () => api.intake.message({ id }))
  const save = useSaveFile(
    (of: IncomingId) => ask(api.intake.file({ id: of, index: null })),
    (_file, of) => ({ paper: 'message', caseId: null, name: String(of) }),
  )
  if (message.error) {
    return (
      <Page title={incoming.title} withBack>
        <ErrorNotice error={message.error} onRetry={() => void message.refetch()} />
      </Page>
    )
  }
  if (!message.data) return <Delayed />
  const { data } = message
  return (
    <Page
      title={data.subject === '' ? incoming.noSubject : data.subject}
      windowTitle={incoming.message}
      withBack
      beside={
        data.nature === 'request' ? null : (
          <Chip tone={data.nature === 'bounce' ? 'late' : 'plain'}>{incoming.natures[data.nature]}</Chip>
        )
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={save.isPending}
          onClick={() => save.mutate(id)}
        >
          {incoming.saveMessage}
        </Button>
      }
    >
      <ErrorNotice error={save.error} />
      <div className={styles.columns}>
        <Panel title={incoming.message}>
          <Head message={data} />
          <MessageBody message={data} />
        </Panel>
        <div>
          <May call="intake.attach">
            <Panel title={incoming.actions}>
              <MessageActions message={data} />
            </Panel>
          </May>
          {data.nature === 'request' ? <Proposal message={data} /> : null}
          <Report report={data.report} />
          <Files id={id} files={data.attachments} />
        </div>
      </div>
    </Page>
  )
}

function Head({ message }: { message: IncomingMessage }) {
  const { cases, incoming } = useTexts()
  const { from, receivedOn } = message
  return (
    <Facts
      facts={[
        [cases.form.emailFrom, from],
        [incoming.received, receivedOn ? shortDate(receivedOn) : incoming.dateUnknown],
      ]}
    />
  )
}

function Report({ report }: Pick<IncomingMessage, 'report'>) {
  const { incoming, letters } = useTexts()
  if (!report) return null
  return (
    <Panel title={incoming.reportTitle}>
      <p style={{ margin: '0 0 8px' }}>{incoming.outcomes[report.outcome]}</p>
      <Facts
        facts={[
          [incoming.recipient, report.recipient],
          [incoming.status, report.status],
          [letters.mail.serverWords, report.diagnostic],
        ]}
      />
    </Panel>
  )
}
