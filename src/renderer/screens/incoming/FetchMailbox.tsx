import { Button, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { api, errorOf } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTask } from '../../ui/task.ts'
import { ServerWords } from '../mail/ServerWords.tsx'

/** Fetching from the requests mailbox: the button that starts it, and how it goes. */
export function useFetchMailbox(): { button: React.ReactNode; state: React.ReactNode } {
  const { incoming } = useTexts()
  const task = useTask()
  const fetch = useCommand(api.mailbox.fetch)
  const button = (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} />}
      loading={fetch.isPending}
      onClick={() => fetch.mutate({ task: task.id })}
    >
      {incoming.fetch}
    </Button>
  )
  return { button, state: fetch.isPending ? <Running task={task} /> : <Ended fetch={fetch} /> }
}

function Running({ task }: { task: ReturnType<typeof useTask> }) {
  const { incoming } = useTexts()
  const { progress } = task
  const said = progress ? incoming.fetching(progress.done, progress.total) : incoming.connecting
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0
  return (
    <Notice title={said}>
      <Progress value={share} aria-label={said} my={6} />
      <Button size="compact-sm" variant="default" onClick={task.cancel}>
        {incoming.stop}
      </Button>
    </Notice>
  )
}

type Fetch = ReturnType<typeof useCommand<{ task: string }, { taken: number; known: number; left: number }>>

function Ended({ fetch: { data, error } }: { fetch: Pick<Fetch, 'data' | 'error'> }) {
  const { incoming } = useTexts()
  const { go } = useNavigation()
  if (data) {
    return (
      <Notice title={incoming.fetched(data.taken, data.known)}>
        {data.left > 0 ? <div>{incoming.leftBehind(data.left)}</div> : null}
      </Notice>
    )
  }
  if (!error) return null
  const refused = errorOf(error)
  return (
    <>
      <ErrorNotice
        error={error}
        title={incoming.notFetched}
        action={{
          codes: ['mailboxNotSet', 'mailboxFailed'],
          label: incoming.toMailbox,
          run: () => go({ screen: 'settings', section: 'mailbox' }),
        }}
      />
      {refused.code === 'mailboxFailed' ? <ServerWords response={refused.details.response} /> : null}
    </>
  )
}
