import { Textarea, TextInput } from '@mantine/core'
import type { Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterField } from '../../../shared/model/letter.ts'
import { LocalDate } from '../../../shared/model/local-date.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { DateField } from '../../ui/DateField.tsx'
import { CatalogField } from './CatalogField.tsx'
import styles from './Letters.module.css'

type Value = FieldValues[string]
type Catalogs = Output<'letters.available'>['catalogs']

type Props = {
  templateId: string
  fields: readonly LetterField[]
  lang: Lang
  values: FieldValues
  catalogs: Catalogs
  onChange: (id: string, value: Value) => void
}

export function FieldInputs({ templateId, fields, lang, values, catalogs, onChange }: Props) {
  const { letters } = useTexts()
  if (fields.length === 0) return <p className={styles.missing}>{letters.composer.noFields}</p>
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldInput
          key={`${templateId}/${field.id}`}
          field={field}
          lang={lang}
          value={values[field.id] ?? ''}
          catalogs={catalogs}
          onChange={(value) => onChange(field.id, value)}
        />
      ))}
    </div>
  )
}

type InputProps = {
  field: LetterField
  lang: Lang
  value: Value
  catalogs: Catalogs
  onChange: (value: Value) => void
}

/** One field. Its text will stand in the letter, so it is spelled and spoken in the language of the letter. */
function FieldInput({ field, lang, value, catalogs, onChange }: InputProps) {
  const of = useOf()
  const text = typeof value === 'string' ? value : ''
  const common = { label: of(field.title), required: field.required }
  switch (field.type) {
    case 'line':
      return (
        <TextInput
          {...common}
          lang={lang}
          maxLength={limits.line}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'text':
      return (
        <Textarea
          {...common}
          lang={lang}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={limits.note}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'date': {
      const date = LocalDate.safeParse(text)
      return (
        <DateField
          {...common}
          value={date.success ? date.data : null}
          onChange={(day) => onChange(day ?? '')}
        />
      )
    }
    case 'catalog': {
      const entries = field.catalog ? catalogs[field.catalog] : []
      return (
        <CatalogField
          {...common}
          entries={entries}
          chosen={typeof value === 'string' ? [] : value}
          onChange={onChange}
        />
      )
    }
  }
}
