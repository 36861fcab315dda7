import { PasswordInput, Select, TextInput } from '@mantine/core'
import { limits } from '../../../shared/model/case.ts'
import { SmtpSecurity, SmtpSettings } from '../../../shared/model/settings.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { suggestedPort, withProvider } from './mailDraft.ts'
import type { MailFieldsProps } from './MailForm.tsx'
import styles from './Settings.module.css'

const other = 'other'

export function ServerFields({ draft, shown, change }: MailFieldsProps) {
  const { settings, words } = useTexts()
  const texts = settings.mail
  return (
    <fieldset className={styles.group}>
      <legend>{texts.server}</legend>
      <Provider draft={draft} change={change} />
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
  )
}

/** Settings of a service that the pack knows; whatever is typed instead is another one. */
function Provider({ draft, change }: Pick<MailFieldsProps, 'draft' | 'change'>) {
  const texts = useTexts().settings.mail
  const asked = useAsk(['mail', 'providers'], () => api.mail.providers({}))
  const providers = asked.data?.providers ?? []
  const chosen = providers.find(({ host }) => host === draft.host)?.host ?? other
  return (
    <Select
      className={styles.wide}
      label={texts.provider}
      description={texts.providerHint}
      data={[
        { value: other, label: texts.providerOther },
        ...providers.map(({ name, host }) => ({ value: host, label: name })),
      ]}
      value={chosen}
      allowDeselect={false}
      onChange={(value) =>
        change(
          withProvider(
            draft,
            providers.find(({ host }) => host === value),
          ),
        )
      }
    />
  )
}

export function LoginFields({ draft, change, hasPassword }: MailFieldsProps & { hasPassword: boolean }) {
  const { desk, settings } = useTexts()
  const texts = settings.mail
  const kept = hasPassword && draft.password === null
  return (
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
        label={draft.login === 'oauth' ? settings.mailbox.logins.oauth : texts.password}
        description={kept ? texts.passwordStored : texts.passwordHint}
        value={draft.password ?? ''}
        maxLength={10_000}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': desk.showPassword, tabIndex: 0 }}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      <Select
        className={styles.wide}
        label={settings.mailbox.loginBy}
        data={(['password', 'oauth'] as const).map((value) => ({
          value,
          label: settings.mailbox.logins[value],
        }))}
        value={draft.login}
        allowDeselect={false}
        onChange={(value) => change({ login: SmtpSettings.shape.login.parse(value ?? undefined) })}
      />
    </fieldset>
  )
}
