import { ActionIcon, Button, Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { CalendarYear } from '../../../../shared/model/calendar.ts'
import { limits } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { Consequences } from './Consequences.tsx'
import styles from './Law.module.css'
import { useChange } from './useChange.ts'

const langs = ['ru', 'kk', 'en'] as const
type Name = Record<(typeof langs)[number], string>
type Day = { key: number; date: LocalDate | null; name: Name }
type DaysOf = 'daysOff' | 'workingWeekends'

const nobody: Name = { ru: '', kk: '', en: '' }
const toDays = (days: CalendarYear['daysOff']): Day[] => days.map((day, key) => ({ ...day, key }))
const isComplete = ({ date, name }: Day): boolean =>
  date !== null && langs.every((lang) => name[lang].trim() !== '')

type Props = { year: Omit<CalendarYear, 'version'>; isNew: boolean; onClose: () => void }

/** The table of a year: its days off and worked weekends, and whether the state has published it. */
export function YearForm({ year, isNew, onClose }: Props) {
  const { deadlines, desk, settings } = useTexts()
  const { law } = deadlines
  const [number, setNumber] = useState(year.year)
  const [state, setState] = useState(year.state)
  const [source, setSource] = useState<Name>(year.source)
  const [days, setDays] = useState({
    daysOff: toDays(year.daysOff),
    workingWeekends: toDays(year.workingWeekends),
  })
  const [tried, setTried] = useState(false)
  const change = useChange(onClose)
  const hasGap = [...days.daysOff, ...days.workingWeekends].some((day) => !isComplete(day))
  const lacksSource = langs.some((lang) => source[lang].trim() === '')
  const submit = () => {
    setTried(true)
    if (hasGap || lacksSource) return focusFirstError()
    const listed = (of: DaysOf) => days[of].map(({ date, name }) => ({ date: date ?? '', name }))
    change.look({
      type: 'year',
      year: {
        year: number,
        state,
        source,
        daysOff: listed('daysOff'),
        workingWeekends: listed('workingWeekends'),
      },
    })
  }
  return (
    <Dialog opened onClose={onClose} title={isNew ? law.newYear : law.editYear(number)} size="xl" holdsForm>
      <SubmitForm onSubmit={submit} label={law.editYear(number)} className={styles.form}>
        {isNew ? (
          <NumberInput
            label={law.year}
            min={2013}
            max={2100}
            allowDecimal={false}
            value={number}
            onChange={(value) => setNumber(Number(value))}
          />
        ) : null}
        <SegmentedControl
          aria-label={law.state}
          value={state}
          onChange={(value) => setState(value)}
          data={CalendarYear.shape.state.options.map((value) => ({
            value,
            label: settings.law.states[value],
          }))}
        />
        {langs.map((lang) => (
          <TextInput
            key={lang}
            label={`${law.source} (${lang})`}
            required
            maxLength={limits.line}
            value={source[lang]}
            error={tried && source[lang].trim() === '' ? law.sourceMissing : undefined}
            onChange={(event) => setSource({ ...source, [lang]: event.currentTarget.value })}
          />
        ))}
        {(['daysOff', 'workingWeekends'] as const).map((of) => (
          <DaysFields
            key={of}
            title={of === 'daysOff' ? law.daysOff : law.worked}
            days={days[of]}
            tried={tried}
            onChange={(changed) => setDays({ ...days, [of]: changed })}
          />
        ))}
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

type DaysProps = { title: string; days: readonly Day[]; tried: boolean; onChange: (days: Day[]) => void }

function DaysFields({ title, days, tried, onChange }: DaysProps) {
  const { law } = useTexts().deadlines
  const replace = (key: number, part: Partial<Day>) =>
    onChange(days.map((day) => (day.key === key ? { ...day, ...part } : day)))
  const add = () =>
    onChange([...days, { key: Math.max(-1, ...days.map(({ key }) => key)) + 1, date: null, name: nobody }])
  return (
    <fieldset className={styles.daysFields}>
      <legend>{title}</legend>
      {days.map((day) => (
        <div key={day.key} className={styles.dayFields}>
          <DateField
            label={law.date}
            value={day.date}
            onChange={(date) => replace(day.key, { date })}
            error={tried && !day.date ? law.dayIncomplete : undefined}
          />
          {langs.map((lang) => (
            <TextInput
              key={lang}
              label={`${law.name} (${lang})`}
              maxLength={limits.line}
              value={day.name[lang]}
              error={tried && day.name[lang].trim() === '' ? law.dayIncomplete : undefined}
              onChange={(event) =>
                replace(day.key, { name: { ...day.name, [lang]: event.currentTarget.value } })
              }
            />
          ))}
          <ActionIcon
            variant="subtle"
            aria-label={law.removeDay(day.date ? shortDate(day.date) : '')}
            onClick={() => onChange(days.filter(({ key }) => key !== day.key))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={add}>
        {law.addDay}
      </Button>
    </fieldset>
  )
}
