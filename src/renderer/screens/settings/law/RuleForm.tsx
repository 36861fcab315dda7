import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CaseKind, limits } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { ClockRule } from '../../../../shared/model/rule.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { Consequences } from './Consequences.tsx'
import styles from './Law.module.css'
import { useChange } from './useChange.ts'

const langs = ['ru', 'kk', 'en'] as const

/** A new version of a rule: another term, basis or day of force. */
export function RuleForm({
  rule,
  today,
  onClose,
}: {
  rule: ClockRule
  today: LocalDate
  onClose: () => void
}) {
  const { deadlines, desk, words } = useTexts()
  const { law } = deadlines
  const of = useOf()
  const [draft, setDraft] = useState(rule)
  const [validFrom, setValidFrom] = useState<LocalDate | null>(today)
  const [validTo, setValidTo] = useState<LocalDate | null>(null)
  const [compared, setCompared] = useState(false)
  const change = useChange(onClose)
  const isCounted = draft.unit === 'workingDays' || draft.unit === 'calendarDays'
  const submit = () => {
    if (!validFrom || draft.kinds.length === 0) return focusFirstError()
    const { version: _, confirmed: __, ...next } = draft
    const amount = isCounted ? draft.amount : 0
    change.look({ type: 'rule', rule: { ...next, amount, validFrom, validTo }, confirmed: compared })
  }
  return (
    <Dialog opened onClose={onClose} title={`${law.editRule}: ${of(rule.title)}`} size="lg" holdsForm>
      <SubmitForm onSubmit={submit} label={law.editRule} className={styles.form}>
        <p style={{ margin: 0 }}>{law.ruleText}</p>
        <Select
          label={law.unit}
          data={ClockRule.shape.unit.options.map((unit) => ({ value: unit, label: law.units[unit] }))}
          value={draft.unit}
          allowDeselect={false}
          onChange={(unit) => setDraft({ ...draft, unit: ClockRule.shape.unit.parse(unit) })}
        />
        {isCounted ? (
          <NumberInput
            label={law.amount}
            required
            value={draft.amount}
            allowDecimal={false}
            onChange={(amount) => setDraft({ ...draft, amount: Number(amount) })}
          />
        ) : null}
        <NumberInput
          label={law.warn}
          min={0}
          max={60}
          allowDecimal={false}
          value={draft.warnWorkingDays}
          onChange={(days) => setDraft({ ...draft, warnWorkingDays: Number(days) })}
        />
        <DateField
          label={law.validFrom}
          required
          value={validFrom}
          onChange={setValidFrom}
          error={validFrom ? undefined : desk.date.missing}
        />
        <DateField label={law.validTo} hint={law.validToHint} value={validTo} onChange={setValidTo} />
        <MultiSelect
          label={law.kinds}
          required
          data={CaseKind.options.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={draft.kinds}
          error={draft.kinds.length === 0 ? law.kindsMissing : undefined}
          onChange={(kinds) => setDraft({ ...draft, kinds: CaseKind.array().parse(kinds) })}
        />
        <Select
          label={law.nature}
          data={ClockRule.shape.nature.options.map((nature) => ({
            value: nature,
            label: words.natures[nature],
          }))}
          value={draft.nature}
          allowDeselect={false}
          onChange={(nature) => setDraft({ ...draft, nature: ClockRule.shape.nature.parse(nature) })}
        />
        {(['basis', 'source'] as const).map((field) =>
          langs.map((lang) => (
            <TextInput
              key={`${field} ${lang}`}
              label={`${law[field]} (${lang})`}
              required
              maxLength={limits.line}
              value={draft[field][lang]}
              error={draft[field][lang].trim() === '' ? law.sourceMissing : undefined}
              onChange={(event) =>
                setDraft({ ...draft, [field]: { ...draft[field], [lang]: event.currentTarget.value } })
              }
            />
          )),
        )}
        <Checkbox
          label={law.compared}
          checked={compared}
          onChange={(event) => setCompared(event.currentTarget.checked)}
        />
        <ErrorNotice error={change.preview.error} title={law.notApplied} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={change.preview.isPending}>
            {law.preview}
          </Button>
        </Group>
      </SubmitForm>
      {change.shown ? (
        <Consequences
          moves={change.shown.moves}
          error={change.apply.error}
          pending={change.apply.isPending}
          onApply={change.agree}
          canKeep
          onClose={change.hide}
        />
      ) : null}
    </Dialog>
  )
}
