import { Button, Group } from '@mantine/core'
import type { Output } from '../../../../shared/contract/index.ts'
import type { CaseId } from '../../../../shared/model/ids.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Facts } from '../../../ui/Facts.tsx'

export type Officer = { id: number; name: string }
type Undo = Output<'cases.reassign'>['undo']
type Props = { ids: readonly CaseId[]; to: Officer; onGiven: (undo: Undo) => void; onClose: () => void }

/** How many of the selected cases go from whom to whom; then it gives them. */
export function BulkReassign({ ids, to, onGiven, onClose }: Props) {
  const { desk, register } = useTexts()
  const preview = useAsk(['bulk', 'previewReassign', to.id, ids], () =>
    api.bulk.previewReassign({ ids: [...ids], assigneeId: to.id }),
  )
  const reassign = useCommand(api.cases.reassign)
  const { from, staying } = preview.data ?? { from: [], staying: 0 }
  const going = from.reduce((sum, { cases }) => sum + cases, 0)
  const submit = () =>
    reassign.mutate(
      { assignments: ids.map((id) => ({ id, assigneeId: to.id })) },
      {
        onSuccess: ({ undo }) => {
          say(register.reassigned(undo.length))
          onGiven(undo)
          onClose()
        },
      },
    )
  return (
    <Dialog opened onClose={onClose} title={register.reassignTitle}>
      <ErrorNotice error={preview.error ?? reassign.error} />
      {preview.isPending ? <Delayed /> : null}
      {preview.isSuccess ? (
        <>
          <p>{register.reassignCount(going)}</p>
          <Facts
            facts={[
              [
                register.reassignFrom,
                from.map(({ assignee, cases }) => `${assignee ?? register.nobody}: ${cases}`).join('; '),
              ],
              [register.reassignTo, to.name],
            ]}
          />
          {staying > 0 ? <p>{register.reassignStaying(staying)}</p> : null}
          <p className="dimmed">{register.reassignHint}</p>
        </>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {desk.cancel}
        </Button>
        <Button data-autofocus disabled={going === 0} loading={reassign.isPending} onClick={submit}>
          {register.reassignDo}
        </Button>
      </Group>
    </Dialog>
  )
}
