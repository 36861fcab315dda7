import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { formatTenge } from '../../../../core/casework/amount.ts'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { api, useAsk } from '../../../api.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Panel } from '../../../ui/Page.tsx'
import styles from './CaseCard.module.css'

const longText = 1200

/** What the person wrote, and what was decided. */
export function Request({ card }: { card: CaseCard }) {
  const { cases } = useTexts()
  const [whole, setWhole] = useState(false)
  const long = card.text.length > longText || card.text.split('\n').length > 16
  return (
    <Panel
      title={cases.card.request}
      part="request"
      aside={card.site ? <span className="dimmed">{card.site}</span> : null}
    >
      {card.subject ? <p className={styles.subject}>{card.subject}</p> : null}
      {card.text.trim() === '' ? (
        <p className="dimmed">{cases.card.noText}</p>
      ) : (
        <p className={`${styles.text} prewrap`} data-long={long && !whole}>
          {long && !whole ? card.text.slice(0, 4 * longText) : card.text}
        </p>
      )}
      {long ? (
        <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" mt={6} onClick={() => setWhole(!whole)}>
          {whole ? cases.card.showLess : cases.card.showMore}
        </UnstyledButton>
      ) : null}
      <Told card={card} />
      <Decision card={card} />
    </Panel>
  )
}

/** What a request of this kind tells besides its text. */
function Told({ card: { kind, details, courtOn } }: { card: CaseCard }) {
  const { request } = useTexts()
  const { ground, demand, amountTiyn, referenceNumber, referenceOn, statedDueOn } = details
  return (
    <Facts
      facts={[
        [request.ground, ground ? request.grounds[ground] : null],
        [request.demands[kind] ?? request.demand, demand],
        [request.amount, amountTiyn === null ? null : formatTenge(amountTiyn)],
        [request.referenceNumber, referenceNumber],
        [request.referenceOn, referenceOn ? shortDate(referenceOn) : null],
        [request.statedDueOn, statedDueOn ? shortDate(statedDueOn) : null],
        [request.courtOn, courtOn ? shortDate(courtOn) : null],
      ]}
    />
  )
}

function Decision({ card }: { card: CaseCard }) {
  const { cases, words } = useTexts()
  const of = useOf()
  const grounds = useAsk(['cases', 'refusalGrounds', card.id], () =>
    api.cases.refusalGrounds({ id: card.id }),
  )
  if (!card.outcome && !card.latenessReason) return null
  const ground = grounds.data?.grounds.find(({ id }) => id === card.refusalGround)
  return (
    <div className={styles.decision}>
      <Facts
        facts={[
          [cases.card.decision, card.outcome ? words.outcomeResults[card.outcome] : null],
          [cases.card.ground, ground ? `${of(ground.title)} (${of(ground.basis)})` : card.refusalGround],
          [cases.card.reason, card.reason],
          [cases.card.lateness, card.latenessReason],
        ]}
      />
    </div>
  )
}
