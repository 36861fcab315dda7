import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import type { Organisation } from '../../../shared/model/settings.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { LeaveGuard } from '../../ui/LeaveGuard.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Settings.module.css'

type Props = {
  initial: Organisation
  submitLabel: string
  onSaved: () => void
  /** Leaving with changes asks first. */
  guarded?: boolean
  beside?: ReactNode
}

type Row = {
  label: string
  value: string
  set: (value: string) => Organisation
  lang?: string
  hint?: string
  error?: string | undefined
}
type Group = { legend: string; rows: Row[] }

export function OrganisationForm({ initial, submitLabel, onSaved, guarded, beside }: Props) {
  const { settings } = useTexts()
  const texts = settings.organisation
  const [form, setForm] = useState(initial)
  const [changed, setChanged] = useState(false)
  const [tried, setTried] = useState(false)
  const save = useCommand(api.settings.saveOrganisation)
  const groups = groupsOf(form, texts)
  const wrong = groups.some(({ rows }) => rows.some(({ error }) => error))

  const submit = () => {
    setTried(true)
    if (wrong) return focusFirstError()
    save.mutate(form, {
      onSuccess: () => {
        setChanged(false)
        onSaved()
      },
    })
  }
  return (
    <SubmitForm
      onSubmit={submit}
      label={settings.sections.organisation}
      className={styles.form}
      call="settings.saveOrganisation"
    >
      {guarded ? <LeaveGuard dirty={changed} /> : null}
      {groups.map(({ legend, rows }) => (
        <fieldset key={legend} className={styles.group}>
          <legend>{legend}</legend>
          {rows.map((row) => (
            <TextInput
              key={row.label}
              label={row.label}
              description={row.hint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={row.value}
              maxLength={limits.line}
              {...(row.lang ? { lang: row.lang } : {})}
              error={tried ? row.error : undefined}
              onChange={(event) => {
                setForm(row.set(event.currentTarget.value))
                setChanged(true)
              }}
            />
          ))}
        </fieldset>
      ))}
      <ErrorNotice error={save.error} title={texts.notSaved} />
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {submitLabel}
        </Button>
        {beside}
      </div>
    </SubmitForm>
  )
}

type Words = ReturnType<typeof useTexts>['settings']['organisation']

function groupsOf(form: Organisation, texts: Words): Group[] {
  return [
    { legend: texts.operator, rows: operatorRows(form, texts) },
    { legend: texts.contacts, rows: contactRows(form, texts) },
    { legend: texts.people, rows: peopleRows(form, texts) },
    { legend: texts.hours, rows: hourRows(form, texts) },
  ]
}

function operatorRows(form: Organisation, texts: Words): Row[] {
  const { name, address } = form
  const missing = (value: string) => (value.trim() === '' ? texts.nameMissing : undefined)
  return [
    {
      label: texts.nameRu,
      value: name.ru,
      set: (ru) => ({ ...form, name: { ...name, ru } }),
      error: missing(name.ru),
      lang: 'ru',
    },
    {
      label: texts.nameKk,
      value: name.kk,
      set: (kk) => ({ ...form, name: { ...name, kk } }),
      error: missing(name.kk),
      lang: 'kk',
    },
    {
      label: texts.addressRu,
      value: address.ru,
      set: (ru) => ({ ...form, address: { ...address, ru } }),
      lang: 'ru',
    },
    {
      label: texts.addressKk,
      value: address.kk,
      set: (kk) => ({ ...form, address: { ...address, kk } }),
      lang: 'kk',
    },
  ]
}

function contactRows(form: Organisation, texts: Words): Row[] {
  return [
    { label: texts.bin, value: form.bin, set: (bin) => ({ ...form, bin }) },
    { label: texts.phone, value: form.phone, set: (phone) => ({ ...form, phone }) },
    { label: texts.email, value: form.email, set: (email) => ({ ...form, email }) },
    { label: texts.website, value: form.website, set: (website) => ({ ...form, website }) },
  ]
}

function peopleRows(form: Organisation, texts: Words): Row[] {
  const { signatory, executor } = form
  const { position } = signatory
  const positioned = (part: Partial<typeof position>) => ({
    ...form,
    signatory: { ...signatory, position: { ...position, ...part } },
  })
  return [
    {
      label: texts.signatory,
      value: signatory.name,
      hint: texts.signatoryHint,
      set: (name) => ({ ...form, signatory: { ...signatory, name } }),
    },
    {
      label: texts.executor,
      value: executor.name,
      set: (name) => ({ ...form, executor: { ...executor, name } }),
    },
    { label: texts.positionRu, value: position.ru, set: (ru) => positioned({ ru }), lang: 'ru' },
    {
      label: texts.executorPhone,
      value: executor.phone,
      set: (phone) => ({ ...form, executor: { ...executor, phone } }),
    },
    { label: texts.positionKk, value: position.kk, set: (kk) => positioned({ kk }), lang: 'kk' },
  ]
}

function hourRows(form: Organisation, texts: Words): Row[] {
  const wrong = (time: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? undefined : texts.timeInvalid)
  return [
    {
      label: texts.opensAt,
      value: form.opensAt,
      set: (opensAt) => ({ ...form, opensAt }),
      error: wrong(form.opensAt),
    },
    {
      label: texts.closesAt,
      value: form.closesAt,
      set: (closesAt) => ({ ...form, closesAt }),
      error: wrong(form.closesAt),
    },
  ]
}
