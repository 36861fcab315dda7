import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { Panel } from '../../ui/Page.tsx'

/** Messages that were set aside longer ago than the term: they belong to no case, and no act names them. */
export function SetAside({ count }: { count: number }) {
  const { desk, retention } = useTexts()
  const [asking, setAsking] = useState(false)
  const destroy = useCommand(api.retention.destroySetAside)
  const carryOut = () =>
    destroy.mutate(
      {},
      {
        onSuccess: ({ messages }) => {
          say(retention.setAsideGone(messages))
          setAsking(false)
        },
      },
    )
  return (
    <Panel
      title={retention.setAside}
      aside={
        <May call="retention.destroySetAside">
          <Button color="red" onClick={() => setAsking(true)}>
            {retention.destroySetAside}
          </Button>
        </May>
      }
    >
      <p className="dimmed">{retention.setAsideDue(count)}</p>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={retention.destroySetAside}>
        <p>{retention.setAsideWarning}</p>
        <p className="dimmed">{retention.backups}</p>
        <ErrorNotice error={destroy.error} title={retention.notDone} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {desk.cancel}
          </Button>
          <Button color="red" loading={destroy.isPending} onClick={carryOut}>
            {retention.destroyNow}
          </Button>
        </Group>
      </Dialog>
    </Panel>
  )
}
