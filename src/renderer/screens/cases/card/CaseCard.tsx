import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseCard as CardData } from '../../../../shared/contract/cases.ts'
import type { CaseId, LetterId } from '../../../../shared/model/ids.ts'
import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { type CardPart, useNavigation } from '../../../navigation.ts'
import { Chip, StatusChip } from '../../../ui/Chip.tsx'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May, useMay } from '../../../ui/May.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { SystemsPanel } from '../../execution/SystemsPanel.tsx'
import { Letters } from '../../letters/Letters.tsx'
import { CardPaper } from '../../reports/CardPaper.tsx'
import { Related } from '../../relations/Related.tsx'
import styles from './CaseCard.module.css'
import { CaseFacts } from './CaseFacts.tsx'
import { Clocks } from './Clocks.tsx'
import { History } from './History.tsx'
import { Identity } from './Identity.tsx'
import { NextSteps } from './NextSteps.tsx'
import { Notes } from './Notes.tsx'
import { Request } from './Request.tsx'
import { Attachments } from './Attachments.tsx'
import { Summary } from './Summary.tsx'
import { Bounced } from '../../letters/Bounced.tsx'
import { Way } from './Way.tsx'

type Props = { id: CaseId; deliver: LetterId | null; part: CardPart | null }

export function CaseCard({ id, deliver, part }: Props) {
  const { cases, desk, words } = useTexts()
  const { go } = useNavigation()
  const card = useAsk(['cases', 'card', id], () => api.cases.card({ id }))
  const [delivering, setDelivering] = useState(deliver)
  const write = () => go({ screen: 'letter', caseId: id })
  const mayWrite = useMay('letters.issue')
  useShortcuts(mayWrite ? [{ code: 'KeyE', ctrl: true, run: write }] : [])

  if (card.error) {
    return (
      <Page title={desk.cases} withBack>
        <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />
      </Page>
    )
  }
  if (!card.data) return <Delayed />

  const data = card.data
  return (
    <Page
      title={cases.card.title(data.number)}
      withBack
      takesFocus={part === null}
      beside={
        <>
          <span className={styles.kind}>{words.kinds[data.kind]}</span>
          {data.annulled ? (
            <Chip tone="plain">{cases.card.annulled}</Chip>
          ) : (
            <StatusChip status={data.status} />
          )}
        </>
      }
      actions={
        <>
          <CardPaper caseId={id} caseNumber={data.number} />
          {data.status === 'closed' || !mayWrite ? null : (
            <Button variant="default" leftSection={<IconPencil size={18} />} onClick={write}>
              {cases.card.writeLetter}
            </Button>
          )}
        </>
      }
    >
      {data.destroyed ? <Destroyed destroyed={data.destroyed} /> : null}
      <Summary card={data} />
      <Bounced card={data} />
      {data.annulled ? null : <Way card={data} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <May call="cases.take">
            <NextSteps card={data} onAnswer={write} />
          </May>
          <SystemsPanel card={data} />
          <Clocks card={data} />
          <Letters card={data} delivering={delivering} onDeliver={setDelivering} />
          <Request card={data} />
        </div>
        <div className={styles.column}>
          <CaseFacts card={data} />
          <Identity card={data} />
          <Related card={data} />
          <Notes card={data} />
          <Attachments attachments={data.attachments} />
          <History card={data} />
        </div>
      </div>
    </Page>
  )
}

function Destroyed({ destroyed: { act, at } }: { destroyed: NonNullable<CardData['destroyed']> }) {
  const { retention } = useTexts()
  return (
    <Notice title={retention.wasDestroyed(act, almatyMoment(at))}>
      <p>{retention.wasDestroyedHint}</p>
    </Notice>
  )
}
