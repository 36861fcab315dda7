import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Input } from '../../../../shared/contract/index.ts'
import { limits } from '../../../../shared/model/case.ts'
import { api } from '../../../api.ts'
import { type Draft, useDraft, useKeptDraft } from '../../../drafts.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May, useMay } from '../../../ui/May.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { Returned } from '../../drafts/Returned.tsx'
import styles from './CaseCard.module.css'

/** Words of the officers on the case, found with it by the search. */
export function Notes({ card }: { card: CaseCard }) {
  const { register } = useTexts()
  const mayAdd = useMay('cases.addNote')
  if (card.notes.length === 0 && !mayAdd) return null
  return (
    <Panel title={register.noteTitle}>
      {card.notes.map((note) => (
        <div key={`${note.at} ${note.text}`} className={styles.attempt}>
          <div className="prewrap">{note.text}</div>
          <div className={styles.when}>
            {almatyMoment(note.at)} · {note.officer}
          </div>
        </div>
      ))}
      <May call="cases.addNote">
        <NewNote card={card} />
      </May>
    </Panel>
  )
}

/** The form, with what was left in it. */
function NewNote({ card }: { card: CaseCard }) {
  const kept = useKeptDraft<string>(draftNameOf(card))
  return kept === undefined ? null : <NoteForm kept={kept} card={card} />
}

const draftNameOf = ({ id }: CaseCard): string => `note:${id}`

function NoteForm({ card, kept }: { card: CaseCard; kept: Draft<string> | null }) {
  const { register } = useTexts()
  const [text, setText] = useState(kept?.content ?? '')
  const [returned, setReturned] = useState(kept)
  useDraft({
    name: draftNameOf(card),
    about: card.number,
    content: text.trim() === '' ? null : text,
    kept,
    overScreens: true,
  })
  const forget = () => {
    setText('')
    setReturned(null)
  }
  // Whoever goes on at once leaves the note to the engine, and no draft of it.
  const add = useCommand(async (note: Input<'cases.addNote'>) => {
    const added = await api.cases.addNote(note)
    if (added.ok) await api.drafts.drop({ name: draftNameOf(card) })
    return added
  })
  const submit = () => {
    if (text.trim() === '') return
    add.mutate(
      { id: card.id, text },
      {
        onSuccess: () => {
          forget()
          say(register.noteAdded)
        },
      },
    )
  }
  return (
    <>
      {returned ? <Returned savedAt={returned.savedAt} onForget={forget} /> : null}
      <SubmitForm onSubmit={submit} label={register.addNote}>
        <Textarea
          label={register.note}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={limits.note}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ErrorNotice error={add.error} />
        {text.trim() ? (
          <Button type="submit" size="xs" mt="xs" variant="default" loading={add.isPending}>
            {register.addNote}
          </Button>
        ) : null}
      </SubmitForm>
    </>
  )
}
