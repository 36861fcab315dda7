import { Button, PasswordInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { mayUseStoredPassword } from '../../../core/mail/stored-password.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { AfterFetch, type ImapForm, ImapSettings, SmtpSecurity } from '../../../shared/model/settings.ts'
import { api, errorOf } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useLeaveGuard } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { ServerWords } from '../mail/ServerWords.tsx'
import { CaField } from './CaField.tsx'
import {
  checkMailbox,
  type MailboxDraft,
  mailboxDraft,
  type MailboxErrors,
  portFor,
  toImapForm,
} from './mailboxDraft.ts'
import styles from './Settings.module.css'

type Stored = Output<'mailbox.read'>['imap']
type FieldsProps = {
  draft: MailboxDraft
  shown: MailboxErrors
  change: (part: Partial<MailboxDraft>) => void
}

export function MailboxForm({
  stored,
  today,
  monthAgo,
}: {
  stored: Stored
  today: LocalDate
  monthAgo: LocalDate
}) {
  const texts = useTexts()
  const { desk, settings } = texts
  const [draft, setDraft] = useState(() => mailboxDraft(stored, monthAgo))
  const [changed, setChanged] = useState(false)
  const [tried, setTried] = useState(false)
  const save = useCommand(api.mailbox.save)
  const test = useCommand(api.mailbox.test)
  useLeaveGuard(changed)

  const errors = checkMailbox(draft, texts)
  const shown = tried ? errors : {}
  const change = (part: Partial<MailboxDraft>) => {
    setChanged(true)
    test.reset()
    setDraft((old) => ({ ...old, ...part }))
  }
  const withValid = (then: (form: ImapForm) => void) => {
    setTried(true)
    const form = toImapForm(draft)
    if (!form || Object.keys(errors).length > 0) return focusFirstError()
    then(form)
  }
  const saved = () => {
    setDraft((old) => ({ ...old, password: null }))
    setChanged(false)
    say(settings.mailbox.saved)
  }
  return (
    <SubmitForm
      onSubmit={() => withValid((form) => save.mutate(form, { onSuccess: saved }))}
      label={settings.sections.mailbox}
      className={styles.form}
      call="mailbox.save"
    >
      <p className="dimmed" style={{ margin: 0 }}>
        {settings.mailbox.intro}
      </p>
      <ServerFields draft={draft} shown={shown} change={change} />
      <LoginFields
        draft={draft}
        shown={shown}
        change={change}
        hasPassword={!!stored?.hasPassword && mayUseStoredPassword(stored, draft)}
      />
      <FolderFields draft={draft} shown={shown} change={change} today={today} />
      <Tested test={test} />
      <ErrorNotice error={save.error} title={settings.mail.notSaved} />
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {desk.save}
        </Button>
        <Button
          variant="default"
          loading={test.isPending}
          onClick={() => withValid((form) => test.mutate(form))}
        >
          {settings.mailbox.test}
        </Button>
      </div>
    </SubmitForm>
  )
}

function ServerFields({ draft, shown, change }: FieldsProps) {
  const { settings } = useTexts()
  return (
    <fieldset className={styles.group}>
      <legend>{settings.mailbox.server}</legend>
      <TextInput
        label={settings.mailbox.host}
        value={draft.host}
        placeholder="imap.example.kz"
        maxLength={limits.line}
        onChange={(event) => change({ host: event.currentTarget.value.trim() })}
        error={shown.host}
      />
      <TextInput
        label={settings.mail.port}
        value={draft.port}
        inputMode="numeric"
        maxLength={5}
        onChange={(event) => change({ port: event.currentTarget.value })}
        error={shown.port}
      />
      <Select
        className={styles.wide}
        label={settings.mail.security}
        data={SmtpSecurity.options.map((value) => ({ value, label: settings.mailbox.securities[value] }))}
        value={draft.security}
        allowDeselect={false}
        onChange={(value) => {
          const security = SmtpSecurity.parse(value)
          change({ security, port: portFor(draft, security) })
        }}
      />
      <CaField value={draft.caPem} onChange={(caPem) => change({ caPem })} />
    </fieldset>
  )
}

function LoginFields({ draft, shown, change, hasPassword }: FieldsProps & { hasPassword: boolean }) {
  const { desk, settings } = useTexts()
  const kept = hasPassword && draft.password === null
  return (
    <fieldset className={styles.group}>
      <legend>{settings.mailbox.login}</legend>
      <TextInput
        label={settings.mailbox.user}
        value={draft.user}
        maxLength={limits.line}
        autoComplete="off"
        onChange={(event) => change({ user: event.currentTarget.value })}
        error={shown.user}
      />
      <Select
        label={settings.mailbox.loginBy}
        data={ImapSettings.shape.login.options.map((value) => ({
          value,
          label: settings.mailbox.logins[value],
        }))}
        value={draft.login}
        allowDeselect={false}
        onChange={(value) => change({ login: ImapSettings.shape.login.parse(value) })}
      />
      <PasswordInput
        className={styles.wide}
        label={settings.mailbox.password}
        description={kept ? settings.mail.passwordStored : settings.mail.passwordHint}
        value={draft.password ?? ''}
        maxLength={10_000}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': desk.showPassword, tabIndex: 0 }}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
    </fieldset>
  )
}

function FolderFields({ draft, shown, change, today }: FieldsProps & { today: LocalDate }) {
  const { settings } = useTexts()
  const texts = settings.mailbox
  return (
    <fieldset className={styles.group}>
      <legend>{texts.what}</legend>
      <TextInput
        label={texts.folder}
        value={draft.mailbox}
        maxLength={limits.line}
        onChange={(event) => change({ mailbox: event.currentTarget.value })}
        error={shown.mailbox}
      />
      <DateField
        label={texts.since}
        hint={texts.sinceHint}
        value={draft.since}
        latest={today}
        onChange={(since) => change({ since })}
        error={shown.since}
      />
      <Select
        label={texts.after}
        data={AfterFetch.options.map((value) => ({ value, label: texts.afters[value] }))}
        value={draft.after}
        allowDeselect={false}
        onChange={(value) => change({ after: AfterFetch.parse(value) })}
      />
      {draft.after === 'move' ? (
        <TextInput
          label={texts.moveTo}
          value={draft.moveTo}
          maxLength={limits.line}
          onChange={(event) => change({ moveTo: event.currentTarget.value })}
          error={shown.moveTo}
        />
      ) : null}
    </fieldset>
  )
}

type Test = Pick<ReturnType<typeof useCommand<unknown, { messages: number }>>, 'data' | 'error'>

/** What came of the connection: in our words and in the server's. */
function Tested({ test }: { test: Test }) {
  const { settings } = useTexts()
  if (test.data) {
    return (
      <output className={styles.result}>
        <p>{settings.mailbox.testOk(test.data.messages)}</p>
      </output>
    )
  }
  if (!test.error) return null
  const error = errorOf(test.error)
  return (
    <div>
      <ErrorNotice error={test.error} title={settings.mailbox.testFailed} />
      {error.code === 'mailboxFailed' ? <ServerWords response={error.details.response} /> : null}
    </div>
  )
}
