import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Result } from '../../../../shared/errors.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'

type Props = { call: () => Promise<Result<unknown>>; text: string }

/** Back to the text of the pack; the versions stay. */
export function Restore({ call, text }: Props) {
  const { desk, templates } = useTexts()
  const [asking, setAsking] = useState(false)
  const restore = useCommand(call)
  const confirm = () =>
    restore.mutate(undefined, {
      onSuccess: () => {
        say(templates.restored)
        setAsking(false)
      },
    })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {templates.restore}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={templates.restoreTitle}>
        <p style={{ marginTop: 0 }}>{text}</p>
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
