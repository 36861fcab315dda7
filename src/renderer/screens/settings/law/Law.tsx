import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import type { CalendarYear } from '../../../../shared/model/calendar.ts'
import type { ClockRule } from '../../../../shared/model/rule.ts'
import { api, useAsk } from '../../../api.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { say, useCommand } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May } from '../../../ui/May.tsx'
import styles from './Law.module.css'
import { PendingMoves } from './PendingMoves.tsx'
import { RuleForm } from './RuleForm.tsx'
import { YearForm } from './YearForm.tsx'

/** The rules and calendars that due dates rest on; the officer confirms each rule she has compared. */
export function Law() {
  const { settings } = useTexts()
  const law = useAsk(['deadlines', 'law'], () => api.deadlines.law({}))
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const [asked, setAsked] = useState<ClockRule | null>(null)
  const [edited, setEdited] = useState<ClockRule | null>(null)
  const [editedYear, setEditedYear] = useState<{ year: YearTable; isNew: boolean } | null>(null)
  const { deadlines } = useTexts()
  if (law.error) return <ErrorNotice error={law.error} onRetry={() => void law.refetch()} />
  if (!law.data) return <Delayed />
  return (
    <div className={styles.law}>
      <PendingMoves />
      <p className="dimmed">{settings.law.intro}</p>
      <h3>{settings.law.rules}</h3>
      {law.data.rules.map((rule) => (
        <Rule
          key={`${rule.id} ${rule.version}`}
          rule={rule}
          onConfirm={() => setAsked(rule)}
          onEdit={() => setEdited(rule)}
        />
      ))}
      <h3>{settings.law.years}</h3>
      {law.data.years.map((year) => (
        <Year key={year.year} year={year} onEdit={() => setEditedYear({ year, isNew: false })} />
      ))}
      <May call="deadlines.applyChange">
        <div>
          <Button
            variant="default"
            onClick={() => setEditedYear({ year: blankYear(law.data.years), isNew: true })}
          >
            {deadlines.law.addYear}
          </Button>
        </div>
      </May>
      <Confirmation rule={asked} onClose={() => setAsked(null)} />
      {edited && summary.data ? (
        <RuleForm rule={edited} today={summary.data.today} onClose={() => setEdited(null)} />
      ) : null}
      {editedYear ? <YearForm {...editedYear} onClose={() => setEditedYear(null)} /> : null}
    </div>
  )
}

type LawRule = Output<'deadlines.law'>['rules'][number]
type LawYear = Output<'deadlines.law'>['years'][number]
type YearTable = Omit<CalendarYear, 'version'>

/** The year after the last one, with nothing in it: days are entered, never guessed. */
function blankYear(years: readonly CalendarYear[]): YearTable {
  const year = Math.max(...years.map((known) => known.year)) + 1
  const source = { ru: '', kk: '', en: '' }
  return { year, state: 'provisional', source, daysOff: [], workingWeekends: [] }
}

function Rule({ rule, onConfirm, onEdit }: { rule: LawRule; onConfirm: () => void; onEdit: () => void }) {
  const { cases, deadlines, settings, words } = useTexts()
  const of = useOf()
  const { confirmed } = rule
  return (
    <article className={styles.entry} aria-label={of(rule.title)}>
      <div>
        <strong>{of(rule.title)}</strong>
        <div>
          {words.terms[rule.unit](rule.amount)}, {words.natures[rule.nature]} · {of(rule.basis)}
        </div>
        <div className="dimmed">{rule.kinds.map((kind) => words.kinds[kind]).join(' · ')}</div>
        <div className="dimmed">
          {settings.law.validFrom(shortDate(rule.validFrom))}
          {rule.validTo ? ` – ${shortDate(rule.validTo)}` : ''} · v{rule.version}
          {rule.savedBy ? `, ${deadlines.law.savedBy(rule.savedBy.by, shortDate(rule.savedBy.on))}` : ''}
        </div>
        <div className="dimmed">
          {settings.law.source}: {of(rule.source)}
        </div>
      </div>
      <div className={styles.state}>
        {confirmed ? (
          <Chip tone="good">{settings.law.confirmedBy(confirmed.by, shortDate(confirmed.on))}</Chip>
        ) : (
          <>
            <Chip tone="soon">{cases.clock.unconfirmed}</Chip>
            <May call="deadlines.confirmRule">
              <Button
                size="xs"
                variant="default"
                aria-label={`${settings.law.confirm}: ${of(rule.title)}`}
                onClick={onConfirm}
              >
                {settings.law.confirm}
              </Button>
            </May>
          </>
        )}
        <May call="deadlines.applyChange">
          <Button
            size="xs"
            variant="subtle"
            aria-label={`${deadlines.law.edit}: ${of(rule.title)}`}
            onClick={onEdit}
          >
            {deadlines.law.edit}
          </Button>
        </May>
      </div>
    </article>
  )
}

function Confirmation({ rule, onClose }: { rule: ClockRule | null; onClose: () => void }) {
  const { desk, settings, words } = useTexts()
  const of = useOf()
  const confirm = useCommand(api.deadlines.confirmRule)
  const confirmed = () => {
    say(settings.law.confirmed)
    onClose()
  }
  return (
    <Dialog opened={rule !== null} onClose={onClose} title={settings.law.confirmTitle}>
      {rule ? (
        <>
          <p className={styles.question}>
            <strong>{of(rule.title)}</strong>: {words.terms[rule.unit](rule.amount)} ({of(rule.basis)})
          </p>
          <p>{settings.law.confirmText}</p>
          <ErrorNotice error={confirm.error} title={settings.law.notConfirmed} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" data-autofocus onClick={onClose}>
              {desk.cancel}
            </Button>
            <Button
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ id: rule.id, version: rule.version }, { onSuccess: confirmed })}
            >
              {settings.law.confirmYes}
            </Button>
          </Group>
        </>
      ) : null}
    </Dialog>
  )
}

function Year({ year, onEdit }: { year: LawYear; onEdit: () => void }) {
  const { deadlines, settings } = useTexts()
  const of = useOf()
  return (
    <details className={styles.year}>
      <summary>
        <strong>{year.year}</strong>{' '}
        <Chip tone={year.state === 'official' ? 'good' : 'soon'}>{settings.law.states[year.state]}</Chip>
      </summary>
      <p className="dimmed">
        {settings.law.source}: {of(year.source)}
      </p>
      {year.savedBy ? (
        <p className="dimmed">{deadlines.law.savedBy(year.savedBy.by, shortDate(year.savedBy.on))}</p>
      ) : null}
      <May call="deadlines.applyChange">
        <Button
          size="xs"
          variant="default"
          aria-label={`${deadlines.law.edit}: ${deadlines.law.editYear(year.year)}`}
          onClick={onEdit}
        >
          {deadlines.law.edit}
        </Button>
      </May>
      <Days title={settings.law.daysOff} days={year.daysOff} />
      <Days title={settings.law.workingWeekends} days={year.workingWeekends} />
    </details>
  )
}

function Days({ title, days }: { title: string; days: CalendarYear['daysOff'] }) {
  const of = useOf()
  if (days.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles.days}>
        {days.map((day) => (
          <li key={day.date}>
            {shortDate(day.date)} — {of(day.name)}
          </li>
        ))}
      </ul>
    </>
  )
}
