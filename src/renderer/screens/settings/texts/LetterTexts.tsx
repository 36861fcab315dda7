import { Button } from '@mantine/core'
import { useState } from 'react'
import { api, useAsk } from '../../../api.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import execution from '../../execution/Execution.module.css'
import { LetterText } from './LetterText.tsx'

/** The texts that letters are proposed by: a list of them, or one being edited. */
export function LetterTexts() {
  const { templates: texts } = useTexts()
  const of = useOf()
  const list = useAsk(['templates', 'list'], () => api.templates.list({}))
  const [chosen, setChosen] = useState<string | null>(null)
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Delayed />
  const { templates } = list.data
  const edited = templates.find(({ id }) => id === chosen)
  if (edited) return <LetterText id={edited.id} title={of(edited.title)} onBack={() => setChosen(null)} />
  return (
    <>
      <p className="dimmed">{texts.intro}</p>
      <ul className={execution.systems}>
        {templates.map(({ id, title, revision, changed }) => (
          <li key={id} className={execution.system}>
            <span>
              {of(title)}{' '}
              {changed ? (
                <Chip tone="calm">
                  {texts.changed}, {texts.revision(revision)}
                </Chip>
              ) : null}
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={texts.edit(of(title))}
              onClick={() => setChosen(id)}
            >
              {texts.editShort}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
