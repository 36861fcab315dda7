import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { limits } from '../../../shared/model/case.ts'
import { useTexts } from '../../i18n/index.ts'
import type { MailFieldsProps } from './MailForm.tsx'
import styles from './Settings.module.css'

/** The domain's own signature on every letter, for whose server does not sign. */
export function MailSigning({ draft, shown, change, hasKey }: MailFieldsProps & { hasKey: boolean }) {
  const texts = useTexts().settings.mail
  return (
    <fieldset className={styles.group}>
      <legend>{texts.dkim}</legend>
      <Checkbox
        className={styles.wide}
        label={texts.dkimOn}
        description={texts.dkimHint}
        checked={draft.signs}
        onChange={(event) => change({ signs: event.currentTarget.checked })}
      />
      {draft.signs ? (
        <>
          <TextInput
            label={texts.dkimDomain}
            value={draft.dkimDomain}
            maxLength={limits.line}
            onChange={(event) => change({ dkimDomain: event.currentTarget.value })}
            error={shown.dkimDomain}
          />
          <TextInput
            label={texts.dkimSelector}
            value={draft.dkimSelector}
            maxLength={limits.line}
            onChange={(event) => change({ dkimSelector: event.currentTarget.value })}
            error={shown.dkimSelector}
          />
          <Textarea
            className={styles.wide}
            label={texts.dkimKey}
            description={hasKey && draft.dkimKey === null ? texts.passwordStored : texts.passwordHint}
            placeholder="-----BEGIN PRIVATE KEY-----"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={20_000}
            spellCheck={false}
            autoComplete="off"
            value={draft.dkimKey ?? ''}
            onChange={(event) => change({ dkimKey: event.currentTarget.value })}
          />
        </>
      ) : null}
    </fieldset>
  )
}
