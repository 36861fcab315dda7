import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { KeyDialog } from './KeyDialog.tsx'
import type { Slot } from './Keys.tsx'

export function RemoveKey({ slot, onClose }: { slot: Slot; onClose: () => void }) {
  const { keys } = useTexts()
  const remove = useCommand(api.keys.remove)
  const submit = () =>
    remove.mutate(
      { id: slot.id },
      {
        onSuccess: () => {
          say(keys.removed)
          onClose()
        },
      },
    )
  return (
    <KeyDialog
      title={`${keys.removeTitle} ${keys.kinds[slot.kind]}`}
      text={keys.removeText(slot.officer)}
      submitLabel={keys.remove}
      pending={remove.isPending}
      error={remove.error}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}
