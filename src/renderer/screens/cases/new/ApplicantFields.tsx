import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useId } from 'react'
import { checkIin } from '../../../../core/identity/iin.ts'
import { asksFor } from '../../../../core/casework/fields.ts'
import { type Applicant, limits } from '../../../../shared/model/case.ts'
import { Lang } from '../../../../shared/model/lang.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import type { FieldsProps } from './CaseFields.tsx'
import type { ApplicantDraft, DraftErrors } from './draft.ts'
import { explainTooLong, type NameField } from './nameLimit.ts'
import styles from './NewCase.module.css'
import { RepresentativeFields } from './RepresentativeFields.tsx'

type ApplicantName = Exclude<NameField, 'representativeName'>
type TextField = ApplicantName | 'address' | 'email' | 'phone'

export function ApplicantFields({ draft, change, errors, today }: FieldsProps & { today: LocalDate }) {
  const { request } = useTexts()
  return (
    <>
      <PersonFields draft={draft} change={change} errors={errors} />
      <Checkbox
        className={styles.represented}
        label={request.representative}
        checked={draft.represented}
        onChange={(event) => change({ represented: event.currentTarget.checked })}
      />
      {draft.represented ? (
        <RepresentativeFields
          draft={draft.representative}
          change={(part) => change({ representative: { ...draft.representative, ...part } })}
          today={today}
          error={errors.representative}
        />
      ) : null}
    </>
  )
}

type PersonProps = {
  draft: ApplicantDraft
  change: (part: Partial<Applicant>) => void
  errors: DraftErrors
}

export function PersonFields({ draft, change, errors }: PersonProps) {
  const texts = useTexts()
  const { cases, request, words } = texts
  const langLabel = useId()
  const isAuthority = draft.kind === 'authority'
  const labels: Record<TextField, string> = {
    ...cases.form,
    organisation: isAuthority ? request.authority : request.organisation,
    familyName: isAuthority ? request.official : cases.form.familyName,
  }
  const hasOrganisation = draft.kind !== null && asksFor(draft.kind, 'organisation')
  const field = (name: TextField) => ({
    label: labels[name],
    value: draft[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  // A pasted name is kept whole, however long: the browser would cut it without a word.
  const nameField = (name: ApplicantName) => ({
    ...field(name),
    error: explainTooLong(name, draft[name], texts) ?? errors[name],
  })
  return (
    <div className={styles.grid}>
      {hasOrganisation ? (
        <TextInput {...nameField('organisation')} className={styles.wide} required={isAuthority} />
      ) : null}
      <TextInput {...nameField('familyName')} required={!hasOrganisation} />
      <TextInput {...nameField('givenName')} />
      <TextInput {...nameField('patronymic')} />
      <IinField value={draft.iin} onChange={(iin) => change({ iin })} />
      <TextInput {...field('email')} maxLength={320} type="email" error={errors.email ?? errors.contact} />
      <TextInput {...field('phone')} maxLength={60} type="tel" />
      <TextInput {...field('address')} maxLength={limits.line} className={styles.wide} />
      <div className={styles.wide}>
        <div id={langLabel} className={styles.label}>
          {cases.form.lang}
        </div>
        <SegmentedControl
          aria-labelledby={langLabel}
          value={draft.lang}
          onChange={(lang) => change({ lang })}
          data={Lang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
        />
      </div>
    </div>
  )
}

function IinField({ value, onChange }: { value: string; onChange: (iin: string) => void }) {
  const texts = useTexts()
  const { said, doubtful } = describeIin(value.trim(), texts)
  return (
    <TextInput
      label={texts.cases.form.iin}
      value={value}
      maxLength={20}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value.replace(/[^\d]/g, ''))}
      description={said || undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ description: doubtful ? (styles.doubt ?? '') : '' }}
    />
  )
}

/** What the number tells. A number that does not add up is a warning, never a refusal. */
function describeIin(iin: string, { cases }: Texts): { said: string; doubtful: boolean } {
  const { state, birthDate, sex } = checkIin(iin)
  switch (state) {
    case 'empty':
      return { said: '', doubtful: false }
    case 'length':
      return { said: cases.iin.length, doubtful: iin.length > 12 }
    case 'ok': {
      const born = birthDate ? cases.iin.born(shortDate(birthDate)) : ''
      const gender = sex === 'm' ? cases.iin.male : sex === 'f' ? cases.iin.female : ''
      return { said: cases.iin.ok([born, gender].filter(Boolean).join(', ')), doubtful: false }
    }
    case 'checkDigit':
    case 'date':
    case 'neverIssued':
      return { said: cases.iin[state], doubtful: true }
  }
}
