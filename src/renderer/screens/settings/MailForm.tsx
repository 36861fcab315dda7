import { Button, PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import { type Organisation, type Settings, SmtpSecurity } from '../../../shared/model/settings.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useLeaveGuard } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { checkMail, type MailDraft, mailDraft, suggestedPort, toSmtpForm } from './mailDraft.ts'
import { MailTest } from './MailTest.tsx'
import styles from './Settings.module.css'

type Props = { stored: Settings['smtp']; suggestedFrom: Organisation }

export function MailForm({ stored, suggestedFrom }: Props) {
  const { desk, settings, words } = useTexts()
  const texts = settings.mail
  const [draft, setDraft] = useState(() => mailDraft(stored, suggestedFrom))
  const [changed, setChanged] = useState(false)
  const [tried, setTried] = useState(false)
  const save = useCommand(api.settings.saveSmtp)
  const test = useCommand(api.mail.test)
  useLeaveGuard(changed)

  const errors = checkMail(draft, texts)
  const shown = tried ? errors : {}
  const change = (part: Partial<MailDraft>) => {
    setChanged(true)
    test.reset()
    setDraft((old) => ({ ...old, ...part }))
  }
  const withValid = (then: (form: ReturnType<typeof toSmtpForm>) => void) => {
    setTried(true)
    if (Object.keys(errors).length > 0) return focusFirstError()
    then(toSmtpForm(draft))
  }
  const saved = () => {
    setChanged(false)
    change({ password: null })
    setChanged(false)
    say(texts.saved)
  }
  const hasPassword = stored?.hasPassword ?? false

  return (
    <SubmitForm
      onSubmit={() => withValid((form) => save.mutate(form, { onSuccess: saved }))}
      label={settings.sections.mail}
      className={styles.form}
    >
      <p className="dimmed" style={{ margin: 0 }}>
        {texts.intro}
      </p>
      <fieldset className={styles.group}>
        <legend>{texts.server}</legend>
        <TextInput
          label={texts.host}
          value={draft.host}
          placeholder="smtp.example.kz"
          maxLength={limits.line}
          onChange={(event) => change({ host: event.currentTarget.value })}
          error={shown.host}
        />
        <TextInput
          label={texts.port}
          value={draft.port}
          inputMode="numeric"
          maxLength={5}
          onChange={(event) => change({ port: event.currentTarget.value })}
          error={shown.port}
        />
        <Select
          className={styles.wide}
          label={texts.security}
          data={SmtpSecurity.options.map((value) => ({ value, label: words.securities[value] }))}
          value={draft.security}
          allowDeselect={false}
          onChange={(value) => {
            const security = SmtpSecurity.parse(value)
            change({ security, port: suggestedPort(draft, security) })
          }}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{texts.login}</legend>
        <TextInput
          label={texts.user}
          description={texts.userHint}
          value={draft.user}
          maxLength={limits.line}
          autoComplete="off"
          onChange={(event) => change({ user: event.currentTarget.value })}
        />
        <PasswordInput
          label={texts.password}
          description={hasPassword && draft.password === null ? texts.passwordStored : texts.passwordHint}
          value={draft.password ?? ''}
          maxLength={1000}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': desk.showPassword, tabIndex: 0 }}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{texts.sender}</legend>
        <TextInput
          label={texts.fromName}
          value={draft.fromName}
          maxLength={limits.line}
          onChange={(event) => change({ fromName: event.currentTarget.value })}
        />
        <TextInput
          label={texts.fromAddress}
          type="email"
          value={draft.fromAddress}
          maxLength={320}
          onChange={(event) => change({ fromAddress: event.currentTarget.value })}
          error={shown.fromAddress}
        />
        <Textarea
          className={styles.wide}
          label={texts.caPem}
          description={texts.caHint}
          placeholder="-----BEGIN CERTIFICATE-----"
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          value={draft.caPem}
          onChange={(event) => change({ caPem: event.currentTarget.value })}
        />
      </fieldset>
      <MailTest test={test} />
      <ErrorNotice error={save.error} title={texts.notSaved} />
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {desk.save}
        </Button>
        <Button
          variant="default"
          loading={test.isPending}
          onClick={() => withValid((form) => test.mutate(form))}
        >
          {texts.test}
        </Button>
      </div>
    </SubmitForm>
  )
}
