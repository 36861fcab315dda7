import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import type { CaseId, LetterId } from '../../../shared/model/ids.ts'
import { api, ask, useAsk } from '../../api.ts'
import { type Texts, useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { LetterSheet } from './LetterSheet.tsx'

type Available = Output<'letters.available'>
type Props = { caseId: CaseId; corrects: LetterId | null }

export function Composer({ caseId, corrects }: Props) {
  const { letters } = useTexts()
  const [beginnings, setBeginnings] = useState(0)
  const available = useQuery({
    queryKey: ['letters', 'available', caseId, corrects],
    queryFn: () => ask(api.letters.available({ caseId, ...(corrects ? { corrects } : {}) })),
    // The draft in it is that of the last visit.
    gcTime: 0,
  })
  const card = useAsk(['cases', 'card', caseId], () => api.cases.card({ id: caseId }))
  return (
    <Page title={card.data ? titleOf(card.data, corrects, letters) : letters.title} withBack>
      <ErrorNotice error={available.error ?? card.error} onRetry={() => void available.refetch()} />
      {available.isPending ? <Delayed /> : null}
      {available.data?.letters.length === 0 ? (
        <Panel title={letters.composer.which}>
          <EmptyState title={letters.composer.noneAvailable} hint={letters.composer.noneAvailableHint} />
        </Panel>
      ) : null}
      {card.data && available.data && available.data.letters.length > 0 ? (
        <>
          <OtherDraft caseId={caseId} corrects={corrects} available={available.data} />
          <LetterSheet
            key={beginnings}
            about={{ caseId, ...(corrects ? { corrects } : {}) }}
            card={card.data}
            available={{
              ...available.data,
              draft: beginnings === 0 ? fittingDraft(available.data, corrects) : null,
            }}
            onBeginAgain={() => setBeginnings((count) => count + 1)}
          />
        </>
      ) : null}
    </Page>
  )
}

function titleOf(
  { number, letters }: CaseCard,
  corrects: Props['corrects'],
  texts: Texts['letters'],
): string {
  const corrected = letters.find(({ id }) => id === corrects)
  return corrected ? texts.correction.title(corrected.number, number) : texts.composer.title(number)
}

/** The draft, where it is one of this letter and the case still allows it. */
function fittingDraft({ draft, letters }: Available, corrects: LetterId | null): LetterDraft | null {
  if (!draft || (draft.corrects ?? null) !== corrects) return null
  return letters.some(({ id }) => id === draft.templateId) ? draft : null
}

/** A case keeps one draft: whoever begins another letter is told of it first. */
function OtherDraft({ caseId, corrects, available }: Props & { available: Available }) {
  const { letters } = useTexts()
  const { go } = useNavigation()
  const [draft] = useState(available.draft)
  if (!draft || (draft.corrects ?? null) === corrects) return null
  const resume = () =>
    go({ screen: 'letter', caseId, ...(draft.corrects ? { corrects: draft.corrects } : {}) })
  return (
    <Notice title={draft.corrects ? letters.draft.otherCorrection : letters.draft.other}>
      <div>{letters.draft.otherText}</div>
      <Group mt={6}>
        <Button size="xs" variant="default" onClick={resume}>
          {letters.draft.resume}
        </Button>
      </Group>
    </Notice>
  )
}
