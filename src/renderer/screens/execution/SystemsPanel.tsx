import { Button } from '@mantine/core'
import { useState } from 'react'
import { transitions } from '../../../core/casework/transitions.ts'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { api, useAsk } from '../../api.ts'
import { almatyMoment, shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useMay } from '../../ui/May.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Begun } from '../drafts/Begun.tsx'
import styles from './Execution.module.css'
import { SystemDialog, systemDraftName } from './SystemDialog.tsx'

type SearchedSystem = Output<'execution.ofCase'>['systems'][number]

/** What was found and done in each system, as far as the way of the case asks for it. */
export function SystemsPanel({ card }: { card: CaseCard }) {
  const { cases, execution, protection } = useTexts()
  const of = useOf()
  const work = useAsk(['execution', 'ofCase', card.id], () => api.execution.ofCase({ caseId: card.id }))
  const [asked, setAsked] = useState<string | null>(null)
  const noteRest = useCommand(api.execution.noteRest)
  const mayNote = useMay('execution.note')
  if (work.error) return <ErrorNotice error={work.error} />
  if (!work.data) return null

  const { systems, open, categories } = work.data
  const noted = systems.filter(({ note }) => note !== null)
  const isAskedFor = transitions[card.kind].some(({ needs }) => needs?.includes('systemsSearched'))
  if (!isAskedFor && !(open && card.kind === 'optout') && noted.length === 0) return null
  const found = systems.filter(({ note }) => note?.found === 'found')
  const treated = found.filter(({ note }) => note?.deed)
  const chosen = systems.find(({ id }) => id === asked)
  return (
    <Panel title={execution.title} part="systems">
      <p className={styles.progress}>
        {execution.progress(noted.length, systems.length)}
        {found.length > 0 ? `; ${execution.treated(treated.length, found.length)}` : ''}
      </p>
      {open && !chosen ? (
        <Begun
          forms={systems.map(({ id, title }) => ({
            name: systemDraftName(card, id),
            title: protection.keptForm(`${protection.kept.system}, ${of(title)}`),
            goOn: () => setAsked(id),
          }))}
        />
      ) : null}
      <ul className={styles.systems}>
        {systems.map((system) => (
          <SystemLine
            key={system.id}
            system={system}
            onNote={open && mayNote ? () => setAsked(system.id) : null}
          />
        ))}
      </ul>
      {open && mayNote && noted.length < systems.length ? (
        <Button
          variant="default"
          size="xs"
          loading={noteRest.isPending}
          onClick={() =>
            noteRest.mutate(
              { caseId: card.id },
              { onSuccess: ({ noted: count }) => say(execution.restNoted(count)) },
            )
          }
        >
          {execution.noteRest}
        </Button>
      ) : null}
      <ErrorNotice error={noteRest.error} title={cases.step.notDone} />
      {chosen ? (
        <SystemDialog card={card} system={chosen} categories={categories} onClose={() => setAsked(null)} />
      ) : null}
    </Panel>
  )
}

function toneOf({ note }: SearchedSystem): Tone {
  if (note === null) return 'plain'
  if (note.found !== 'found') return 'calm'
  return note.deed ? 'good' : 'soon'
}

function SystemLine({ system, onNote }: { system: SearchedSystem; onNote: (() => void) | null }) {
  const { execution } = useTexts()
  const of = useOf()
  const { note } = system
  const title = of(system.title)
  return (
    <li className={styles.system}>
      <div>
        <strong className={styles.name}>{title}</strong>
        {note ? (
          <div className={styles.what}>
            {[note.data, note.deedMethod, note.deedBy, note.proof].filter(Boolean).join(' · ')}
            <div className="dimmed">
              {almatyMoment(note.at)} · {note.officer}
            </div>
          </div>
        ) : null}
      </div>
      <div className={styles.state}>
        <Chip tone={toneOf(system)}>{note ? execution.findings[note.found] : execution.notNoted}</Chip>
        {note?.found === 'found' ? (
          <span className={styles.deed}>
            {note.deed ? execution.deeds[note.deed] : execution.noDeed}
            {note.deedOn ? `, ${shortDate(note.deedOn)}` : ''}
          </span>
        ) : null}
        {onNote ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${execution.note}: ${title}`}
            onClick={onNote}
          >
            {execution.note}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
