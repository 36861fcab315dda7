import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { Panel } from '../../../ui/Page.tsx'
import styles from './CaseCard.module.css'
import { describeDetails } from './describeDetails.ts'

const shownAtFirst = 8

/** Everything that was done, the newest first. */
export function History({ card }: { card: CaseCard }) {
  const texts = useTexts()
  const { cases, audit } = texts
  const [all, setAll] = useState(false)
  const names = useNames(card)
  const newestFirst = card.history.toSorted((a, b) => b.seq - a.seq)
  const shown = all ? newestFirst : newestFirst.slice(0, shownAtFirst)
  return (
    <Panel title={cases.card.history}>
      <ol className={styles.history}>
        {shown.map((entry) => (
          <li key={entry.seq}>
            <div className={styles.deed}>{audit.actions[entry.action]}</div>
            <ul className={styles.about}>
              {describeDetails(entry, texts, names).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <div className={styles.when}>
              {almatyMoment(entry.at)} · {entry.actor}
            </div>
          </li>
        ))}
      </ol>
      {shown.length < card.history.length ? (
        <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" mt={8} onClick={() => setAll(true)}>
          {cases.card.historyAll(card.history.length)}
        </UnstyledButton>
      ) : null}
    </Panel>
  )
}

/** Titles for the ids of rules, letters and refusal grounds that the record holds. */
function useNames(card: CaseCard): Record<string, string> {
  const of = useOf()
  const grounds = useAsk(['cases', 'refusalGrounds', card.id], () =>
    api.cases.refusalGrounds({ id: card.id }),
  )
  const named = [
    ...card.clocks.map(({ ruleId, title }) => [ruleId, of(title)]),
    ...card.letters.map(({ templateId, title }) => [templateId, of(title)]),
    ...(grounds.data?.grounds ?? []).map(({ id, title }) => [id, of(title)]),
  ]
  return Object.fromEntries(named) as Record<string, string>
}
