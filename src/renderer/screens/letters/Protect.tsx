import { Checkbox } from '@mantine/core'
import type { Output } from '../../../shared/contract/index.ts'
import type { LetterId } from '../../../shared/model/ids.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import styles from './Letters.module.css'

export type ProtectedLetter = Output<'mail.protect'>

type Props = {
  letterId: LetterId
  made: ProtectedLetter | null
  onMade: (made: ProtectedLetter | null) => void
  kept: boolean
  onKept: (kept: boolean) => void
  /** The officer wants to send, and has not written the password down. */
  missing: boolean
}

/** Encrypts what goes. The password stands here until the letter is sent or the dialog closed, and nowhere after that. */
export function Protect({ letterId, made, onMade, kept, onKept, missing }: Props) {
  const texts = useTexts().letters.sending
  const protect = useCommand(api.mail.protect)
  const choose = (wanted: boolean) => {
    onKept(false)
    if (!wanted) return onMade(null)
    protect.mutate({ letterId }, { onSuccess: onMade })
  }
  return (
    <div className={styles.protect}>
      <Checkbox
        label={texts.protect}
        description={texts.protectHint}
        checked={made !== null || protect.isPending}
        disabled={protect.isPending}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <ErrorNotice error={protect.error} />
      {made ? (
        <>
          <div role="status">
            {texts.password}:<strong className={styles.password}>{made.password}</strong>
          </div>
          <p style={{ margin: 0 }}>{texts.passwordWhy}</p>
          <p className="dimmed" style={{ margin: 0 }}>
            {texts.noteAdded}: {made.note}
          </p>
          <Checkbox
            label={texts.passwordKept}
            checked={kept}
            onChange={(event) => onKept(event.currentTarget.checked)}
            error={missing ? texts.passwordKeptMissing : undefined}
          />
        </>
      ) : null}
    </div>
  )
}
