import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../../shared/model/case.ts'
import type { CaseId } from '../../../../shared/model/ids.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useTask } from '../../../ui/task.ts'
import { Problems } from './Problems.tsx'

type Props = { ids: readonly CaseId[]; onClosed: (closed: CaseId[]) => void; onClose: () => void }

/** Which of the selected cases can be closed, which not and why; then it closes those that can. */
export function BulkClose({ ids, onClosed, onClose }: Props) {
  const { bulk, desk } = useTexts()
  const preview = useAsk(['bulk', 'previewClose', ids], () => api.bulk.previewClose({ ids: [...ids] }))
  const task = useTask()
  const close = useCommand(api.bulk.close)
  const [latenessReason, setReason] = useState('')
  const cases = preview.data?.cases ?? []
  const fit = cases.filter(({ problem }) => !problem)
  const late = fit.filter((one) => one.late).length
  const submit = () =>
    close.mutate(
      { task: task.id, ids: [...ids], latenessReason },
      {
        onSuccess: ({ closed, problems, stopped }) => {
          say(stopped ? bulk.closedStopped(closed.length) : bulk.closed(closed.length))
          onClosed(closed)
          if (problems.length === 0) onClose()
        },
      },
    )
  return (
    <Dialog opened onClose={onClose} title={bulk.closeTitle} size="lg" holdsForm>
      <ErrorNotice error={preview.error ?? close.error} />
      {preview.isPending ? <Delayed /> : null}
      <p>{bulk.canClose(fit.length)}</p>
      {late > 0 ? (
        <Textarea
          label={bulk.latenessReason}
          description={bulk.latenessHint(late)}
          autosize
          minRows={2}
          maxLength={limits.note}
          value={latenessReason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {cases.length > fit.length ? <p>{bulk.cannotClose(cases.length - fit.length)}</p> : null}
      <Problems cases={close.data?.problems ?? cases} />
      <Group justify="flex-end" mt="md">
        {close.isPending && task.progress ? (
          <span role="status">{bulk.progress(task.progress.done, task.progress.total)}</span>
        ) : null}
        <Button variant="default" onClick={close.isPending ? task.cancel : onClose}>
          {close.isPending ? bulk.stop : desk.cancel}
        </Button>
        <Button data-autofocus disabled={fit.length === 0} loading={close.isPending} onClick={submit}>
          {bulk.close}
        </Button>
      </Group>
    </Dialog>
  )
}
