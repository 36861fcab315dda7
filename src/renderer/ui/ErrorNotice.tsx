import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { use, useEffect, useRef } from 'react'
import { type AppError, type AppErrorCode, appErrors } from '../../shared/errors.ts'
import { errorOf } from '../api.ts'
import type { Texts } from '../i18n/index.ts'
import { useTexts } from '../i18n/index.ts'
import type { ErrorText } from '../i18n/types.ts'
import { NavigationContext } from '../navigation.ts'
import { RestoreContext } from '../restore.ts'
import styles from './ErrorNotice.module.css'

export function describeError(error: AppError, texts: Texts): ErrorText {
  // The list of texts is forced to match the list of codes; TypeScript can't see that the two indices agree.
  const describe = texts.errors[error.code] as ((details: AppError['details']) => ErrorText) | undefined
  return (describe ?? texts.errors.internal)(error.details as never)
}

/** Of what failed long ago the code alone is kept; its words do without the folder. */
export function describePast(fault: string, texts: Texts): ErrorText {
  const code = Object.hasOwn(appErrors, fault) ? (fault as AppErrorCode) : 'internal'
  return describeError({ code, details: {} } as never, texts)
}

/** What only a backup mends. */
const needsBackup: readonly AppErrorCode[] = ['vaultDamaged', 'vaultFileGone', 'vaultAbsent']

type Props = {
  /** Whatever was thrown; null shows nothing. */
  error: unknown
  /** What did not happen, in a few words. */
  title?: string
  /** A way out for some codes. */
  action?: { codes: readonly AppErrorCode[]; label: string; run: () => void } | undefined
  onRetry?: () => void
  onClose?: () => void
}

/** Says what happened, what is safe and what to do. */
export function ErrorNotice({ error, title, action, onRetry, onClose }: Props) {
  const texts = useTexts()
  const navigation = use(NavigationContext)
  const restore = use(RestoreContext)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null

  const refused = errorOf(error)
  const { what, safe, todo } = describeError(refused, texts)
  const wayOut = action?.codes.includes(refused.code) ? action : null
  return (
    <Alert
      ref={box}
      role="alert"
      color="red"
      classNames={{
        root: styles.box ?? '',
        title: styles.ink ?? '',
        icon: styles.ink ?? '',
        message: styles.ink ?? '',
        closeButton: styles.ink ?? '',
      }}
      icon={<IconAlertTriangle />}
      title={title ?? what}
      {...(onClose ? { withCloseButton: true, closeButtonLabel: texts.desk.close, onClose } : {})}
    >
      {title ? <div>{what}</div> : null}
      {safe ? <div>{safe}</div> : null}
      <div>{todo}</div>
      {navigation && refused.code === 'calendarYearMissing' ? (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          onClick={() => navigation.go({ screen: 'settings', section: 'law' })}
        >
          {texts.deadlines.law.openCalendar(refused.details.year)}
        </Button>
      ) : null}
      {restore && needsBackup.includes(refused.code) ? (
        <Button mt="xs" size="xs" variant="default" onClick={restore}>
          {texts.backups.restore}
        </Button>
      ) : null}
      {wayOut ? (
        <Button mt="xs" size="xs" variant="default" onClick={wayOut.run}>
          {wayOut.label}
        </Button>
      ) : null}
      {onRetry ? (
        <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
          {texts.desk.retry}
        </Button>
      ) : null}
    </Alert>
  )
}
