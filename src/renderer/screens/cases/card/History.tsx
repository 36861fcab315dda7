import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { AuditEntry } from '../../../../shared/model/audit.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Panel } from '../../../ui/Page.tsx'
import styles from './CaseCard.module.css'
import { describeDetails } from './describeDetails.ts'

const shownAtFirst = 8

/** Everything that was done, the newest first. */
export function History({ entries }: { entries: readonly AuditEntry[] }) {
  const texts = useTexts()
  const { cases, audit } = texts
  const [all, setAll] = useState(false)
  const newestFirst = entries.toSorted((a, b) => b.seq - a.seq)
  const shown = all ? newestFirst : newestFirst.slice(0, shownAtFirst)
  return (
    <Panel title={cases.card.history}>
      <ol className={styles.history}>
        {shown.map((entry) => (
          <li key={entry.seq}>
            <div className={styles.deed}>{audit.actions[entry.action]}</div>
            <div className={styles.about}>{describeDetails(entry.details, texts)}</div>
            <div className={styles.when}>
              {almatyMoment(entry.at)} · {entry.actor}
            </div>
          </li>
        ))}
      </ol>
      {shown.length < entries.length ? (
        <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" mt={8} onClick={() => setAll(true)}>
          {cases.card.historyAll(entries.length)}
        </UnstyledButton>
      ) : null}
    </Panel>
  )
}
