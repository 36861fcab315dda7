import { Radio, Textarea, TextInput } from '@mantine/core'
import { asksFor, caseFields, groundsOf } from '../../../../core/casework/fields.ts'
import { type CaseKind, Ground, limits } from '../../../../shared/model/case.ts'
import { useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import type { FieldsProps } from './CaseFields.tsx'
import styles from './NewCase.module.css'

/** What a request of this kind tells besides its text. */
export function KindFields({ kind, draft, change, errors }: FieldsProps & { kind: CaseKind }) {
  const { request } = useTexts()
  return (
    <div className={styles.grid}>
      {asksFor(kind, 'ground') ? <GroundField {...{ kind, draft, change, errors }} /> : null}
      {asksFor(kind, 'demand') ? (
        <Textarea
          className={styles.wide}
          label={request.demands[kind] ?? request.demand}
          required={kind !== 'authority' && (kind !== 'claim' || draft.amount.trim() === '')}
          autosize
          minRows={2}
          maxRows={8}
          value={draft.demand}
          maxLength={limits.note}
          error={errors.demand}
          onChange={(event) => change({ demand: event.currentTarget.value })}
        />
      ) : null}
      {asksFor(kind, 'amountTiyn') ? (
        <TextInput
          label={request.amount}
          description={request.amountHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          value={draft.amount}
          error={errors.amountTiyn}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
      ) : null}
      {asksFor(kind, 'referenceNumber') ? <ReferenceFields {...{ kind, draft, change, errors }} /> : null}
      {asksFor(kind, 'statedDueOn') ? (
        <DateField
          label={request.statedDueOn}
          hint={request.statedHint}
          value={draft.statedDueOn}
          onChange={(statedDueOn) => change({ statedDueOn })}
          error={errors.statedDueOn}
          required
        />
      ) : null}
    </div>
  )
}

function GroundField({ kind, draft, change, errors }: FieldsProps & { kind: CaseKind }) {
  const { request } = useTexts()
  const isRequired = caseFields[kind].required.includes('ground')
  return (
    <Radio.Group
      className={styles.wide}
      label={request.ground}
      required={isRequired}
      value={draft.ground ?? ''}
      onChange={(ground) => change({ ground: ground === '' ? null : Ground.parse(ground) })}
      error={errors.ground}
      data-invalid-group={errors.ground !== undefined}
    >
      <div className={styles.choices}>
        {isRequired ? null : <Radio value="" label={request.noGround} />}
        {(groundsOf[kind] ?? []).map((ground) => (
          <Radio key={ground} value={ground} label={request.grounds[ground]} />
        ))}
      </div>
    </Radio.Group>
  )
}

function ReferenceFields({ kind, draft, change, errors }: FieldsProps & { kind: CaseKind }) {
  const { request } = useTexts()
  const required = kind === 'authority'
  return (
    <>
      <TextInput
        label={request.referenceNumber}
        value={draft.referenceNumber}
        maxLength={limits.line}
        autoComplete="off"
        required={required}
        error={errors.referenceNumber}
        onChange={(event) => change({ referenceNumber: event.currentTarget.value })}
      />
      <DateField
        label={request.referenceOn}
        value={draft.referenceOn}
        onChange={(referenceOn) => change({ referenceOn })}
        latest={draft.receivedOn ?? undefined}
        error={errors.referenceOn}
        required={required}
      />
    </>
  )
}
