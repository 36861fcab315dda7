import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { mayUseStoredPassword } from '../../../core/mail/stored-password.ts'
import { limits } from '../../../shared/model/case.ts'
import type { Organisation, Settings } from '../../../shared/model/settings.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useLeaveGuard } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { CaField } from './CaField.tsx'
import { checkMail, type MailDraft, mailDraft, type MailErrors, toSmtpForm } from './mailDraft.ts'
import { LoginFields, ServerFields } from './MailServerFields.tsx'
import { MailSigning } from './MailSigning.tsx'
import { MailTest } from './MailTest.tsx'
import styles from './Settings.module.css'

export type MailFieldsProps = {
  draft: MailDraft
  shown: MailErrors
  change: (part: Partial<MailDraft>) => void
}

type Props = { stored: Settings['smtp']; suggestedFrom: Organisation }

export function MailForm({ stored, suggestedFrom }: Props) {
  const { desk, settings } = useTexts()
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
    setDraft((old) => ({ ...old, password: null, dkimKey: null }))
    setChanged(false)
    say(texts.saved)
  }
  const fields = { draft, shown, change }

  return (
    <SubmitForm
      onSubmit={() => withValid((form) => save.mutate(form, { onSuccess: saved }))}
      label={settings.sections.mail}
      className={styles.form}
      call="settings.saveSmtp"
    >
      <p className="dimmed" style={{ margin: 0 }}>
        {texts.intro}
      </p>
      <ServerFields {...fields} />
      <LoginFields {...fields} hasPassword={!!stored?.hasPassword && mayUseStoredPassword(stored, draft)} />
      <SenderFields {...fields} />
      <MailSigning {...fields} hasKey={stored?.hasDkimKey ?? false} />
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

function SenderFields({ draft, shown, change }: MailFieldsProps) {
  const texts = useTexts().settings.mail
  return (
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
      <CaField value={draft.caPem} onChange={(caPem) => change({ caPem })} />
    </fieldset>
  )
}
