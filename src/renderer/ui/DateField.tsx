import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { parseTypedDate, shortDate } from '../i18n/dates.ts'
import { useTexts } from '../i18n/index.ts'

type Props = {
  label: string
  value: LocalDate | null
  /** Null while what stands in the field is no date. */
  onChange: (date: LocalDate | null) => void
  /** Latest day that may be picked. */
  latest?: LocalDate | undefined
  error?: string | undefined
  hint?: string
  required?: boolean
}

/** A civil date, typed as DD.MM.YYYY or picked. What was typed stays as it is until it is a date. */
export function DateField({ label, value, onChange, latest, error, hint, required }: Props) {
  const { desk } = useTexts()
  const [typed, setTyped] = useState(value ? shortDate(value) : '')
  const [known, setKnown] = useState(value)
  const [left, setLeft] = useState(false)
  const [opened, setOpened] = useState(false)
  if (value !== known) {
    setKnown(value)
    if (value) setTyped(shortDate(value))
  }

  const type = (text: string) => {
    setTyped(text)
    const date = parseTypedDate(text)
    setKnown(date)
    onChange(date)
  }
  const pick = (date: string | null) => {
    if (date) type(shortDate(date))
    setOpened(false)
  }
  const misread = left && typed.trim() !== '' && value === null ? desk.date.invalid : undefined
  const button = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={desk.date.pick(label)} onClick={() => setOpened((old) => !old)}>
          <IconCalendar size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={value}
          onChange={pick}
          hideOutsideDates
          {...(value ? { defaultDate: value } : {})}
          {...(latest ? { maxDate: latest } : {})}
          ariaLabels={{
            nextMonth: desk.date.nextMonth,
            previousMonth: desk.date.previousMonth,
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )

  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={desk.date.placeholder}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true)
        if (value) setTyped(shortDate(value))
      }}
      error={misread ?? error}
      required={required ?? false}
      rightSection={button}
      autoComplete="off"
      inputMode="numeric"
    />
  )
}
