import { Radio, Textarea } from '@mantine/core'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { limits, type Step, VerificationMethod } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import styles from './CaseCard.module.css'
import { isDated, type StepDraft, type StepErrors } from './stepDraft.ts'

export type StepFieldsProps = {
  action: Exclude<Step['action'], 'takeUp'>
  card: CaseCard
  draft: StepDraft
  change: (part: Partial<StepDraft>) => void
  errors: StepErrors
  today: LocalDate | null
}

type NoteProps = {
  label: string
  hint?: string
  value: string
  onChange: (text: string) => void
  error?: string | undefined
  /** The dialog begins here. */
  first?: boolean
}

export function NoteField({ label, hint, value, onChange, error, first = false }: NoteProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      data-autofocus={first}
      autosize
      minRows={3}
      maxRows={10}
      maxLength={limits.note}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}

export function VerificationFields({ draft, change, errors }: StepFieldsProps) {
  const { cases, words } = useTexts()
  return (
    <>
      <Radio.Group
        label={cases.step.method}
        value={draft.method ?? ''}
        onChange={(method) => change({ method: VerificationMethod.parse(method) })}
        error={errors.method}
        data-invalid-group={errors.method !== undefined}
      >
        <div className={styles.outcomes}>
          {VerificationMethod.options.map((method, index) => (
            <Radio key={method} value={method} label={words.methods[method]} data-autofocus={index === 0} />
          ))}
        </div>
      </Radio.Group>
      <NoteField
        label={cases.step.compared}
        hint={cases.step.comparedHint}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={errors.text}
      />
    </>
  )
}

/** Closing, returning to work, annulling: a reason, where one is owed. */
export function ReasonFields({ action, card, draft, change, errors }: StepFieldsProps) {
  const { cases } = useTexts()
  const closing = action === 'close'
  const annulling = action === 'annul'
  const reasonLabel = annulling ? cases.step.annulReason : cases.step.reopenReason
  return (
    <>
      {closing ? <p style={{ margin: 0 }}>{cases.step.closeText}</p> : null}
      {annulling ? <p style={{ margin: 0 }}>{cases.step.annulText}</p> : null}
      {closing && !card.late ? null : (
        <NoteField
          label={closing ? cases.step.latenessReason : reasonLabel}
          {...(closing ? { hint: cases.step.latenessHint } : {})}
          first
          value={draft.text}
          onChange={(text) => change({ text })}
          error={errors.text}
        />
      )}
    </>
  )
}

/** Steps that happened on a day: when, and what. */
export function DatedFields({ action, draft, change, errors, today }: StepFieldsProps) {
  const { cases } = useTexts()
  if (!isDated(action)) return null
  const labels: Record<string, readonly [string, string]> = {
    receiveDocuments: [cases.step.documentsOn, cases.step.documentsWhat],
    block: [cases.step.blockedOn, cases.step.blockedWhat],
    unblock: [cases.step.unblockedOn, cases.step.unblockedWhy],
    execute: [cases.step.executedOn, cases.step.executedWhat],
  }
  const [onLabel, whatLabel] = labels[action] ?? ['', '']
  return (
    <>
      <DateField
        label={onLabel}
        value={draft.on ?? null}
        onChange={(on) => change({ on })}
        latest={today ?? undefined}
        error={errors.on}
      />
      <NoteField
        label={whatLabel}
        {...(action === 'execute' ? { hint: cases.step.executedHint } : {})}
        first
        value={draft.text}
        onChange={(text) => change({ text })}
        error={errors.text}
      />
    </>
  )
}
