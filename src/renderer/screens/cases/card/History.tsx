import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Panel } from '../../../ui/Page.tsx'
import { useRecordNames } from '../../audit/useRecordNames.ts'
import styles from './CaseCard.module.css'
import { describeDetails } from './describeDetails.ts'

const shownAtFirst = 8

/** Everything that was done, the newest first. */
export function History({ card }: { card: CaseCard }) {
  const texts = useTexts()
  const { cases, audit } = texts
  const [all, setAll] = useState(false)
  const names = useRecordNames()
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
