import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { CalendarYear } from '../../../shared/model/calendar.ts'
import type { ClockRule } from '../../../shared/model/rule.ts'
import { api, useAsk } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import styles from './Law.module.css'

/** The rules and calendars that due dates rest on; the officer confirms each rule she has compared. */
export function Law() {
  const { settings } = useTexts()
  const law = useAsk(['deadlines', 'law'], () => api.deadlines.law({}))
  const [asked, setAsked] = useState<ClockRule | null>(null)
  if (law.error) return <ErrorNotice error={law.error} onRetry={() => void law.refetch()} />
  if (!law.data) return <Delayed />
  return (
    <div className={styles.law}>
      <p className="dimmed">{settings.law.intro}</p>
      <h3>{settings.law.rules}</h3>
      {law.data.rules.map((rule) => (
        <Rule key={`${rule.id} ${rule.version}`} rule={rule} onConfirm={() => setAsked(rule)} />
      ))}
      <h3>{settings.law.years}</h3>
      {law.data.years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      <Confirmation rule={asked} onClose={() => setAsked(null)} />
    </div>
  )
}

function Rule({ rule, onConfirm }: { rule: ClockRule; onConfirm: () => void }) {
  const { cases, settings, words } = useTexts()
  const of = useOf()
  const { confirmed } = rule
  return (
    <article className={styles.entry} aria-label={of(rule.title)}>
      <div>
        <strong>{of(rule.title)}</strong>
        <div>
          {words.terms[rule.unit](rule.amount)}, {words.natures[rule.nature]} · {of(rule.basis)}
        </div>
        <div className="dimmed">
          {rule.kinds.map((kind) => words.kinds[kind]).join(', ')} ·{' '}
          {settings.law.validFrom(shortDate(rule.validFrom))}
        </div>
        <div className="dimmed" lang="ru">
          {settings.law.source}: {rule.source}
        </div>
      </div>
      <div className={styles.state}>
        {confirmed ? (
          <Chip tone="good">{settings.law.confirmedBy(confirmed.by, shortDate(confirmed.on))}</Chip>
        ) : (
          <>
            <Chip tone="soon">{cases.clock.unconfirmed}</Chip>
            <Button
              size="xs"
              variant="default"
              aria-label={`${settings.law.confirm}: ${of(rule.title)}`}
              onClick={onConfirm}
            >
              {settings.law.confirm}
            </Button>
          </>
        )}
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

function Year({ year }: { year: CalendarYear }) {
  const { settings } = useTexts()
  return (
    <details className={styles.year}>
      <summary>
        <strong>{year.year}</strong>{' '}
        <Chip tone={year.state === 'official' ? 'good' : 'soon'}>{settings.law.states[year.state]}</Chip>
      </summary>
      <p className="dimmed" lang="ru">
        {settings.law.source}: {year.source}
      </p>
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
