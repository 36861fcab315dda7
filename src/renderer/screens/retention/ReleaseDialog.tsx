import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DueCase } from '../../../shared/contract/retention.ts'
import { limits } from '../../../shared/model/case.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'

/** Lifts a hold, with the reason. */
export function ReleaseDialog({
  held,
  onClose,
}: {
  held: NonNullable<DueCase['hold']>
  onClose: () => void
}) {
  const { cases, desk, retention } = useTexts()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const release = useCommand(api.retention.release)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') release.mutate({ caseId: held.caseId, reason }, { onSuccess: onClose })
  }
  return (
    <Dialog opened onClose={onClose} title={retention.releaseTitle(held.number)} holdsForm>
      <SubmitForm onSubmit={submit} label={retention.releaseTitle(held.number)}>
        <Textarea
          label={retention.releaseReason}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={limits.note}
          value={reason}
          error={tried && reason.trim() === '' ? cases.step.textMissing : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNotice error={release.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={release.isPending}>
            {retention.release}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
