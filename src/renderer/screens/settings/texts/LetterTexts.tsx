import { useState } from 'react'
import type { PaperId } from '../../../../shared/model/paper.ts'
import { api, useAsk } from '../../../api.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Begun } from '../../drafts/Begun.tsx'
import { LetterText, letterTextDraftName } from './LetterText.tsx'
import { PaperText, paperTextDraftName } from './PaperText.tsx'
import { TextList } from './TextList.tsx'
import styles from './Texts.module.css'

type Chosen = { letter: string } | { paper: PaperId }

/** The texts that letters are proposed by and papers are made with: a list of them, or one being edited. */
export function LetterTexts() {
  const { protection, templates: texts } = useTexts()
  const of = useOf()
  const list = useAsk(['templates', 'list'], () => api.templates.list({}))
  const papers = useAsk(['papers', 'list'], () => api.papers.list({}))
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const error = list.error ?? papers.error
  if (error) return <ErrorNotice error={error} onRetry={() => void list.refetch()} />
  if (!list.data || !papers.data) return <Delayed />
  const letters = list.data.templates.map((entry) => ({ ...entry, title: of(entry.title) }))
  const back = () => setChosen(null)
  if (chosen && 'paper' in chosen)
    return <PaperText id={chosen.paper} title={texts.papers[chosen.paper]} onBack={back} />
  const letter = letters.find(({ id }) => id === chosen?.letter)
  if (letter) return <LetterText id={letter.id} title={letter.title} onBack={back} />
  return (
    <>
      <p className="dimmed">{texts.intro}</p>
      <Begun
        forms={[
          ...letters.map(({ id, title }) => ({
            name: letterTextDraftName(id),
            title: protection.keptForm(title),
            goOn: () => setChosen({ letter: id }),
          })),
          ...papers.data.papers.map(({ id }) => ({
            name: paperTextDraftName(id),
            title: protection.keptForm(texts.papers[id]),
            goOn: () => setChosen({ paper: id }),
          })),
        ]}
      />
      <TextList entries={letters} onChoose={(id) => setChosen({ letter: id })} />
      <h3 className={styles.name}>{texts.papersTitle}</h3>
      <TextList
        entries={papers.data.papers.map((entry) => ({ ...entry, title: texts.papers[entry.id] }))}
        onChoose={(id) => setChosen({ paper: id })}
      />
    </>
  )
}
