import { Textarea, TextInput } from '@mantine/core'
import type { Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterField } from '../../../shared/model/letter.ts'
import { LocalDate } from '../../../shared/model/local-date.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { DateField } from '../../ui/DateField.tsx'
import { CatalogField } from './CatalogField.tsx'
import { isOfWords, type LetterValues } from './letterDraft.ts'
import styles from './Letters.module.css'

type Value = FieldValues[string]
type Catalogs = Output<'letters.available'>['catalogs']

type Props = {
  templateId: string
  fields: readonly LetterField[]
  langs: readonly Lang[]
  values: LetterValues
  catalogs: Catalogs
  onChange: (field: LetterField, lang: Lang, value: Value) => void
}

/** The fields of a letter; those of words once for each of its languages. */
export function FieldInputs({ templateId, fields, langs, values, catalogs, onChange }: Props) {
  const { letters, words } = useTexts()
  const of = useOf()
  if (fields.length === 0) return <p className={styles.missing}>{letters.composer.noFields}</p>
  return fields.flatMap((field) => {
    const told = isOfWords(field) ? langs : langs.slice(0, 1)
    return told.map((lang) => (
      <FieldInput
        key={`${templateId}/${field.id}/${lang}`}
        label={told.length > 1 ? `${of(field.title)} (${words.letterLangs[lang]})` : of(field.title)}
        field={field}
        lang={lang}
        value={values[lang]?.[field.id] ?? ''}
        catalogs={catalogs}
        onChange={(value) => onChange(field, lang, value)}
      />
    ))
  })
}

type InputProps = {
  label: string
  field: LetterField
  lang: Lang
  value: Value
  catalogs: Catalogs
  onChange: (value: Value) => void
}

/** One field. Its text will stand in the letter, so it is spelled and spoken in the language of the letter. */
function FieldInput({ label, field, lang, value, catalogs, onChange }: InputProps) {
  const text = typeof value === 'string' ? value : ''
  const description = useOrigin(field, text, lang)
  const common = { label, required: field.required, description }
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

/** Where the words that stand in a field come from, as long as they are those it began with. */
function useOrigin({ prefill, suggestion }: LetterField, text: string, lang: Lang): string | undefined {
  const { letters } = useTexts()
  if (prefill) return letters.sources.prefilled[prefill]
  return suggestion && suggestion[lang] === text ? letters.sources.suggested : undefined
}
