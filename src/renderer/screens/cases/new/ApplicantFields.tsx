import { SegmentedControl, TextInput } from '@mantine/core'
import { useId } from 'react'
import { checkIin } from '../../../../core/identity/iin.ts'
import { limits } from '../../../../shared/model/case.ts'
import { Lang } from '../../../../shared/model/lang.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import type { FieldsProps } from './CaseFields.tsx'
import styles from './NewCase.module.css'

type TextField = 'familyName' | 'givenName' | 'patronymic' | 'address' | 'email' | 'phone'

export function ApplicantFields({ draft, change, errors }: FieldsProps) {
  const { cases, words } = useTexts()
  const langLabel = useId()
  const field = (name: TextField, maxLength: number) => ({
    label: cases.form[name],
    value: draft[name],
    maxLength,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <div className={styles.grid}>
      <TextInput {...field('familyName', limits.name)} required error={errors.familyName} />
      <TextInput {...field('givenName', limits.name)} />
      <TextInput {...field('patronymic', limits.name)} />
      <IinField value={draft.iin} onChange={(iin) => change({ iin })} />
      <TextInput {...field('email', 320)} type="email" error={errors.email} />
      <TextInput {...field('phone', 60)} type="tel" />
      <TextInput {...field('address', limits.line)} className={styles.wide} />
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
