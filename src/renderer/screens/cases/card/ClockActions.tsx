import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Clock, ClockAdjustment } from '../../../../shared/model/clock.ts'
import { limits } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Told } from '../Adjustments.tsx'
import { say, useCommand } from '../../../ui/command.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useMay } from '../../../ui/May.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { Begun } from '../../drafts/Begun.tsx'
import { type Filled, KeptForm } from '../../drafts/KeptForm.tsx'
import styles from './CaseCard.module.css'

type Asked = { action: 'pause' | 'resume' | 'extend' } | { action: 'revoke'; adjustment: ClockAdjustment }

/** Pauses and extensions of a clock that runs: what was agreed, and what can be. */
export function ClockActions({ card, clock }: { card: CaseCard; clock: Clock }) {
  const { deadlines, protection } = useTexts()
  const mayAdjust = useMay('deadlines.pause')
  const [asked, setAsked] = useState<Asked | null>(null)
  const canPause = clock.unit === 'workingDays' || clock.unit === 'calendarDays'
  const actions = [
    ...(clock.paused ? (['resume'] as const) : canPause ? (['pause'] as const) : []),
    'extend' as const,
  ]
  const runs = clock.endedOn === null && mayAdjust
  const revocable = clock.adjustments.filter(({ revoked }) => revoked === null)
  const askable: Asked[] = [
    ...actions.map((action) => ({ action })),
    ...revocable.map((adjustment) => ({ action: 'revoke' as const, adjustment })),
  ]
  return (
    <>
      {runs && !asked ? (
        <Begun
          forms={askable.map((one) => ({
            name: clockDraftName(card, clock, one),
            title: protection.keptForm(deadlines[one.action]),
            goOn: () => setAsked(one),
          }))}
        />
      ) : null}
      <ul className={styles.adjustments}>
        {clock.adjustments.map((one) => (
          <li key={one.id} data-revoked={one.revoked !== null}>
            <Told adjustment={one} />
            {runs && !one.revoked ? (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => setAsked({ action: 'revoke', adjustment: one })}
              >
                {deadlines.revoke}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={styles.quiet}>
        {runs
          ? actions.map((action) => (
              <Button key={action} size="compact-sm" variant="subtle" onClick={() => setAsked({ action })}>
                {deadlines[action]}
              </Button>
            ))
          : null}
      </div>
      {asked ? <AdjustDialog card={card} clock={clock} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

/** `on` undefined: the day that the form proposes. */
type Draft = { on?: LocalDate | null; reason: string; basis: string }
type Props = { card: CaseCard; clock: Clock; asked: Asked; onClose: () => void }

function clockDraftName(card: CaseCard, clock: Clock, asked: Asked): string {
  const what = asked.action === 'revoke' ? `revoke${asked.adjustment.id}` : asked.action
  return `clock:${card.id}:${clock.id}:${what}`
}

function AdjustDialog(props: Props) {
  const { card, clock, asked } = props
  const blank: Draft = { reason: '', basis: '' }
  return (
    <KeptForm name={clockDraftName(card, clock, asked)} about={card.number} blank={blank}>
      {(filled) => <AdjustForm {...props} {...filled} />}
    </KeptForm>
  )
}

function AdjustForm({ clock, asked, onClose, typed, change: type, returned }: Props & Filled<Draft>) {
  const { cases, deadlines, desk } = useTexts()
  const { action } = asked
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const today = summary.data?.today ?? null
  const draft = { ...typed, on: typed.on === undefined && action !== 'extend' ? today : (typed.on ?? null) }
  const [tried, setTried] = useState(false)
  const change = useCommand(async ({ on, reason, basis }: typeof draft) => {
    const clockId = clock.id
    if (asked.action === 'revoke') return api.deadlines.revokeAdjustment({ id: asked.adjustment.id, reason })
    const day = on ?? ''
    if (action === 'resume') return api.deadlines.resume({ clockId, on: day })
    if (action === 'pause') return api.deadlines.pause({ clockId, from: day, reason, basis })
    return api.deadlines.extend({ clockId, until: day, reason, basis })
  })
  const needs = {
    on: action !== 'revoke',
    reason: action !== 'resume',
    basis: action === 'pause' || action === 'extend',
  }
  const errors = {
    on: needs.on && !draft.on ? desk.date.missing : undefined,
    reason: needs.reason && draft.reason.trim() === '' ? deadlines.reasonMissing : undefined,
    basis: needs.basis && draft.basis.trim() === '' ? deadlines.basisMissing : undefined,
  }
  const submit = () => {
    setTried(true)
    if (errors.on ?? errors.reason ?? errors.basis) return focusFirstError()
    change.mutate(draft, {
      onSuccess: () => {
        say(deadlines.done)
        onClose()
      },
    })
  }
  const labels = {
    pause: deadlines.pauseFrom,
    resume: deadlines.resumeOn,
    extend: deadlines.extendUntil,
    revoke: '',
  }
  const texts = {
    pause: deadlines.pauseText,
    resume: deadlines.resumeText,
    extend: deadlines.extendText,
    revoke: '',
  }
  return (
    <Dialog opened onClose={onClose} title={deadlines[action]} holdsForm>
      <SubmitForm onSubmit={submit} label={deadlines[action]} className={styles.form}>
        {returned}
        {texts[action] ? <p style={{ margin: 0 }}>{texts[action]}</p> : null}
        {needs.on ? (
          <DateField
            label={labels[action]}
            required
            value={draft.on}
            onChange={(on) => type({ on })}
            latest={action === 'extend' ? undefined : (today ?? undefined)}
            error={tried ? errors.on : undefined}
          />
        ) : null}
        {needs.reason ? (
          <Textarea
            label={action === 'revoke' ? deadlines.revokeReason : deadlines.reason}
            required
            autosize
            minRows={2}
            maxLength={limits.note}
            value={draft.reason}
            error={tried ? errors.reason : undefined}
            onChange={(event) => type({ reason: event.currentTarget.value })}
          />
        ) : null}
        {needs.basis ? (
          <TextInput
            label={deadlines.basis}
            description={deadlines.basisHint}
            required
            maxLength={limits.line}
            value={draft.basis}
            error={tried ? errors.basis : undefined}
            onChange={(event) => type({ basis: event.currentTarget.value })}
          />
        ) : null}
        <ErrorNotice error={change.error} title={cases.step.notDone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {cases.step.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
