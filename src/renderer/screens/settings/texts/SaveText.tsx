import { Button } from '@mantine/core'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { type LetterTexts, tidied } from './textDraft.ts'

type Props = {
  id: string
  /** Null: nothing was changed. */
  edited: LetterTexts | null
  /** The text was checked as it stands, and nothing speaks against it. */
  ready: boolean
  /** The differences between the languages are accepted. */
  accepted: boolean
  onSaved: () => void
}

/** Makes what was changed the next version of the text. */
export function SaveText({ id, edited, ready, accepted, onSaved }: Props) {
  const { templates } = useTexts()
  const save = useCommand(api.templates.save)
  const submit = () => {
    if (!edited) return
    save.mutate(
      { id, texts: tidied(edited), ...(accepted ? { acceptDifferences: true } : {}) },
      {
        onSuccess: ({ revision }) => {
          say(templates.saved(revision))
          onSaved()
        },
      },
    )
  }
  return (
    <>
      <ErrorNotice error={save.error} title={templates.notSaved} />
      <Button disabled={!edited || !ready} loading={save.isPending} onClick={submit}>
        {templates.save}
      </Button>
      {edited ? (
        <Button variant="default" onClick={onSaved}>
          {templates.discard}
        </Button>
      ) : null}
    </>
  )
}
