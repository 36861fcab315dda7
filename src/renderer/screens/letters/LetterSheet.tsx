import { useState } from 'react'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId, LetterId } from '../../../shared/model/ids.ts'
import type { LetterMeta } from '../../../shared/model/letter.ts'
import { useTexts } from '../../i18n/index.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Panel } from '../../ui/Page.tsx'
import { BodyPanel } from './BodyPanel.tsx'
import { Differences } from './Differences.tsx'
import { DraftState } from './DraftState.tsx'
import { FieldsPanel } from './FieldsPanel.tsx'
import { Issue } from './Issue.tsx'
import {
  draftOf,
  firstSheet,
  type LetterWork,
  previewOf,
  type Sheet,
  untouched,
  withBody,
} from './letterDraft.ts'
import styles from './Letters.module.css'
import { Preview } from './Preview.tsx'
import { useAcceptance } from './useAcceptance.ts'
import { useFilled } from './useFilled.ts'
import { type KeptDraft, useKeptDraft } from './useKeptDraft.ts'
import { usePreview } from './usePreview.ts'
import { useProposals } from './useProposals.ts'
import { WhichLetter } from './WhichLetter.tsx'

type Props = {
  about: { caseId: CaseId; corrects?: LetterId }
  card: CaseCard
  /** With the draft that the sheet begins with. */
  available: Output<'letters.available'>
  onBeginAgain: () => void
}

/** The letter that was chosen, while the case still allows it; else the one that answers, else the first. */
function letterOf(letters: readonly LetterMeta[], chosen: string | null): LetterMeta | null {
  return (
    letters.find(({ id }) => id === chosen) ?? letters.find(({ answers }) => answers) ?? letters[0] ?? null
  )
}

/** A letter being written: which one, in which language, and then the letter itself. */
export function LetterSheet({ about, card, available, onBeginAgain }: Props) {
  const { letters } = useTexts()
  const [sheet, setSheet] = useState(() => firstSheet(available))
  const [found] = useState(available.draft !== null)
  const meta = letterOf(available.letters, sheet.templateId)
  const draft = useKeptDraft(meta ? draftOf(about, meta, sheet) : null, found)
  const choice = (
    <Panel
      title={letters.composer.which}
      aside={<DraftState draft={draft} caseId={about.caseId} onDropped={onBeginAgain} />}
    >
      <ErrorNotice error={draft.error} title={letters.draft.notKept} />
      <WhichLetter
        letters={available.letters}
        chosen={meta}
        lang={sheet.lang}
        applicantLang={available.lang}
        onChoose={(templateId) => setSheet((old) => ({ ...old, templateId }))}
        onLang={(lang) => setSheet((old) => ({ ...old, lang }))}
      />
    </Panel>
  )
  return meta ? (
    <Writing
      about={about}
      card={card}
      available={available}
      meta={meta}
      sheet={sheet}
      draft={draft}
      choice={choice}
      onSheet={setSheet}
    />
  ) : (
    choice
  )
}

type WritingProps = Omit<Props, 'onBeginAgain'> & {
  meta: LetterMeta
  sheet: Sheet
  draft: KeptDraft
  choice: React.ReactNode
  onSheet: (change: (old: Sheet) => Sheet) => void
}

/** What the letter says stands at the left, how it will look at the right. */
function Writing({ about, card, available, meta, sheet, draft, choice, onSheet }: WritingProps) {
  const { letters } = useTexts()
  const work = sheet.works[meta.id] ?? untouched
  const { langs, values, missing, inLang } = useFilled(meta, sheet.lang, available.known, work)
  const asked = missing.length === 0 ? previewOf(draftOf(about, meta, sheet), langs, values) : null
  const preview = usePreview(asked)
  const proposals = useProposals(preview, asked)
  const acceptance = useAcceptance(preview.letter?.differences ?? [])
  const change = (next: (old: LetterWork) => LetterWork) =>
    onSheet((old) => ({ ...old, works: { ...old.works, [meta.id]: next(old.works[meta.id] ?? untouched) } }))
  return (
    <div className={styles.composer}>
      <div>
        {choice}
        <FieldsPanel
          about={about}
          meta={meta}
          card={card}
          available={available}
          langs={langs}
          values={values}
          sheet={sheet}
          onSheet={onSheet}
          onWork={change}
        />
        {langs.map((lang) => (
          <BodyPanel
            key={`${meta.id}/${lang}`}
            title={inLang(letters.editor.title, lang)}
            lang={lang}
            body={work.bodies[lang] ?? null}
            proposed={proposals[lang] ?? null}
            missing={missing[0] ?? null}
            onChange={(body) => change((old) => withBody(old, lang, body))}
          />
        ))}
      </div>
      <div className={styles.outcome}>
        <Differences acceptance={acceptance} />
        <Issue
          caseId={about.caseId}
          preview={preview}
          acceptance={acceptance}
          missing={missing}
          draft={draft}
        />
        <Preview preview={preview} caseId={about.caseId} missing={missing[0] ?? null} />
      </div>
    </div>
  )
}
