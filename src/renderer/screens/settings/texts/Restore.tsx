import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'

/** Back to the text of the pack; the versions stay. */
export function Restore({ id }: { id: string }) {
  const { desk, templates } = useTexts()
  const [asking, setAsking] = useState(false)
  const restore = useCommand(api.templates.restore)
  const confirm = () =>
    restore.mutate(
      { id },
      {
        onSuccess: () => {
          say(templates.restored)
          setAsking(false)
        },
      },
    )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {templates.restore}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={templates.restoreTitle}>
        <p style={{ marginTop: 0 }}>{templates.restoreText}</p>
        <ErrorNotice error={restore.error} title={templates.notRestored} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            {desk.cancel}
          </Button>
          <Button data-autofocus loading={restore.isPending} onClick={confirm}>
            {templates.restore}
          </Button>
        </Group>
      </Dialog>
    </>
  )
}
