import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import { type DativeWord, Gender } from '../../../shared/model/names.ts'
import { api, ask, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import execution from '../execution/Execution.module.css'
import styles from './Settings.module.css'

/** The officer's own exceptions to the rules by which names are put into the Russian dative. */
export function DativeNames() {
  const { names: texts } = useTexts().templates
  const words = useAsk(['names', 'list'], () => api.names.list({}))
  const remove = useCommand(api.names.remove)
  const [edited, setEdited] = useState<DativeWord | 'new' | null>(null)
  if (words.error) return <ErrorNotice error={words.error} onRetry={() => void words.refetch()} />
  if (!words.data) return <Delayed />
  const drop = ({ word, gender }: DativeWord) =>
    remove.mutate({ word, gender }, { onSuccess: () => say(texts.removed(word)) })
  return (
    <>
      <p className="dimmed">{texts.intro}</p>
      {words.data.words.length === 0 ? (
        <EmptyState title={texts.none} hint={texts.noneHint} />
      ) : (
        <WordTable words={words.data.words} onEdit={setEdited} onRemove={drop} />
      )}
      <ErrorNotice error={remove.error} />
      <May call="names.save">
        <Button variant="default" mt="sm" onClick={() => setEdited('new')}>
          {texts.add}
        </Button>
      </May>
      {edited ? <WordForm known={edited} onClose={() => setEdited(null)} /> : null}
    </>
  )
}

type TableProps = {
  words: readonly DativeWord[]
  onEdit: (word: DativeWord) => void
  onRemove: (word: DativeWord) => void
}

function WordTable({ words, onEdit, onRemove }: TableProps) {
  const { templates } = useTexts()
  const texts = templates.names
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.word}</th>
          <th scope="col">{texts.dative}</th>
          <th scope="col">{texts.gender}</th>
          <May call="names.save">
            <th scope="col">{texts.actions}</th>
          </May>
        </tr>
      </thead>
      <tbody>
        {words.map((word) => (
          <tr key={`${word.word}/${word.gender}`}>
            <td lang="ru">{word.word}</td>
            <td lang="ru">{word.dative}</td>
            <td>{texts.genders[word.gender ?? 'any']}</td>
            <May call="names.save">
              <td>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={texts.edit(word.word)}
                  onClick={() => onEdit(word)}
                >
                  {templates.editShort}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={texts.remove(word.word)}
                  onClick={() => onRemove(word)}
                >
                  {texts.removeShort}
                </Button>
              </td>
            </May>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FormProps = { known: DativeWord | 'new'; onClose: () => void }

function WordForm({ known, onClose }: FormProps) {
  const { desk, templates } = useTexts()
  const texts = templates.names
  const genderLabel = useId()
  const [word, setWord] = useState<DativeWord>(
    known === 'new' ? { word: '', gender: null, dative: '' } : known,
  )
  const [tried, setTried] = useState(false)
  const save = useCommand(async (next: DativeWord) => {
    const saved = await api.names.save({ words: [next] })
    // The word is known by itself and its gender: another one is another word.
    const isOther = known !== 'new' && (known.word !== next.word || known.gender !== next.gender)
    if (saved.ok && isOther) await ask(api.names.remove({ word: known.word, gender: known.gender }))
    return saved
  })
  const submit = () => {
    setTried(true)
    const next = { ...word, word: word.word.trim(), dative: word.dative.trim() }
    if (next.word === '' || next.dative === '') return focusFirstError()
    save.mutate(next, {
      onSuccess: () => {
        say(texts.saved)
        onClose()
      },
    })
  }
  const title = known === 'new' ? texts.add : texts.edit(known.word)
  return (
    <Dialog opened onClose={onClose} title={title} holdsForm>
      <SubmitForm onSubmit={submit} label={title} className={execution.form}>
        <TextInput
          label={texts.word}
          lang="ru"
          required
          maxLength={limits.name}
          value={word.word}
          error={tried && word.word.trim() === '' ? texts.wordMissing : undefined}
          onChange={({ currentTarget: { value } }) => setWord((old) => ({ ...old, word: value }))}
          data-autofocus
        />
        <div>
          <div id={genderLabel} className={styles.label}>
            {texts.gender}
          </div>
          <SegmentedControl
            aria-labelledby={genderLabel}
            value={word.gender ?? 'any'}
            onChange={(value) => setWord((old) => ({ ...old, gender: value === 'any' ? null : value }))}
            data={([...Gender.options, 'any'] as const).map((value) => ({
              value,
              label: texts.genders[value],
            }))}
          />
        </div>
        <TextInput
          label={texts.dative}
          lang="ru"
          required
          maxLength={limits.name}
          value={word.dative}
          error={tried && word.dative.trim() === '' ? texts.dativeMissing : undefined}
          onChange={({ currentTarget: { value } }) => setWord((old) => ({ ...old, dative: value }))}
        />
        <ErrorNotice error={save.error} title={texts.notSaved} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {desk.save}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
