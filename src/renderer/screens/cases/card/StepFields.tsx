import { Checkbox, Radio, Textarea } from '@mantine/core'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { limits, VerificationMethod } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { api, useAsk } from '../../../api.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import styles from './CaseCard.module.css'
import { type DialogAction, isDated, type StepDraft, type StepErrors } from './stepDraft.ts'

export type StepFieldsProps = {
  action: DialogAction
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
  required?: boolean
}

export function NoteField({
  label,
  hint,
  value,
  onChange,
  error,
  first = false,
  required = false,
}: NoteProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      data-autofocus={first}
      required={required}
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

/** A power needs a representative, and only an authority proves itself by its letter. */
function methodsFor(card: CaseCard): VerificationMethod[] {
  return VerificationMethod.options.filter((method) => {
    if (method === 'powerOfAttorney') return card.representative !== null
    return method !== 'officialLetter' || card.kind === 'authority'
  })
}

export function VerificationFields({ card, draft, change, errors }: StepFieldsProps) {
  const { cases, request, words } = useTexts()
  return (
    <>
      <Radio.Group
        label={cases.step.method}
        required
        value={draft.method ?? ''}
        onChange={(method) => change({ method: VerificationMethod.parse(method) })}
        error={errors.method}
        data-invalid-group={errors.method !== undefined}
      >
        <div className={styles.outcomes}>
          {methodsFor(card).map((method, index) => (
            <Radio key={method} value={method} label={words.methods[method]} data-autofocus={index === 0} />
          ))}
        </div>
      </Radio.Group>
      <NoteField
        label={cases.step.compared}
        required
        hint={cases.step.comparedHint}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={errors.text}
      />
      <Radio.Group
        label={request.result}
        value={draft.confirmed ? 'yes' : 'no'}
        onChange={(result) => change({ confirmed: result === 'yes' })}
      >
        <div className={styles.outcomes}>
          <Radio value="yes" label={request.resultConfirmed} />
          <Radio value="no" label={request.resultNotConfirmed} />
        </div>
      </Radio.Group>
    </>
  )
}

/** Closing, returning to work, annulling, going on unverified: a reason, where one is owed. */
export function ReasonFields({ action, card, draft, change, errors }: StepFieldsProps) {
  const { cases, request } = useTexts()
  const closing = action === 'close'
  const told: Partial<Record<DialogAction, readonly [text: string, label: string]>> = {
    close: [cases.step.closeText, cases.step.latenessReason],
    reopen: ['', cases.step.reopenReason],
    annul: [cases.step.annulText, cases.step.annulReason],
    proceedUnverified: [request.overrideText, request.overrideReason],
  }
  const [text = '', label = ''] = told[action] ?? []
  return (
    <>
      {text ? <p style={{ margin: 0 }}>{text}</p> : null}
      {closing && !card.late ? null : (
        <NoteField
          label={label}
          required
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
  const { cases, request } = useTexts()
  if (!isDated(action) || action === 'decide') return null
  const labels: Record<string, readonly [string, string]> = {
    receiveDocuments: [cases.step.documentsOn, cases.step.documentsWhat],
    block: [cases.step.blockedOn, cases.step.blockedWhat],
    unblock: [cases.step.unblockedOn, cases.step.unblockedWhy],
    execute: [cases.step.executedOn, cases.step.executedWhat],
    handToCourt: [request.courtHandedOn, request.courtWhat],
  }
  const [onLabel, whatLabel] = labels[action] ?? ['', '']
  return (
    <>
      <DateField
        label={onLabel}
        required
        value={draft.on ?? null}
        onChange={(on) => change({ on })}
        latest={today ?? undefined}
        error={errors.on}
      />
      <NoteField
        label={whatLabel}
        required
        {...(action === 'execute' ? { hint: cases.step.executedHint } : {})}
        first
        value={draft.text}
        onChange={(text) => change({ text })}
        error={errors.text}
      />
      {action === 'block' ? (
        <BlockedSystems chosen={draft.systems} onChange={(systems) => change({ systems })} />
      ) : null}
    </>
  )
}

function BlockedSystems({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const { blocking } = useTexts()
  const of = useOf()
  const systems = useAsk(['execution', 'systems'], () => api.execution.systems({}))
  const inUse = (systems.data?.systems ?? []).filter(({ active }) => active)
  return (
    <Checkbox.Group label={blocking.systems} value={chosen} onChange={onChange}>
      <div className={styles.outcomes}>
        {inUse.map(({ id, title }) => (
          <Checkbox key={id} value={id} label={of(title)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
