import { Button } from '@mantine/core'
import type { Result } from '../../../../shared/errors.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { type EngineCall, May } from '../../../ui/May.tsx'

type Props<Edited> = {
  /** What `save` calls. */
  call: EngineCall
  save: (edited: Edited) => Promise<Result<{ revision: number }>>
  /** Null: nothing was changed. */
  edited: Edited | null
  /** The text was checked as it stands, and nothing speaks against it. */
  ready: boolean
  onSaved: () => void
}

/** Makes what was changed the next version of the text. */
export function SaveText<Edited>({ call, save: send, edited, ready, onSaved }: Props<Edited>) {
  const { templates } = useTexts()
  const save = useCommand(send)
  const submit = () => {
    if (!edited) return
    save.mutate(edited, {
      onSuccess: ({ revision }) => {
        say(templates.saved(revision))
        onSaved()
      },
    })
  }
  return (
    <>
      <ErrorNotice error={save.error} title={templates.notSaved} />
      <May call={call}>
        <Button disabled={!edited || !ready} loading={save.isPending} onClick={submit}>
          {templates.save}
        </Button>
      </May>
      {edited ? (
        <Button variant="default" onClick={onSaved}>
          {templates.discard}
        </Button>
      ) : null}
    </>
  )
}
