import { Textarea } from '@mantine/core'
import { limits } from '../../../shared/model/case.ts'
import { useTexts } from '../../i18n/index.ts'
import styles from './Letters.module.css'

type Props = { reason: string; onChange: (reason: string) => void; missing: boolean }

/** Data go to somebody whose identity is not verified: why all the same. */
export function Unproved({ reason, onChange, missing }: Props) {
  const texts = useTexts().letters.sending
  return (
    <div className={styles.warning}>
      <p style={{ margin: '0 0 8px' }}>{texts.unverified}</p>
      <Textarea
        label={texts.unverifiedReason}
        description={texts.unverifiedHint}
        autosize
        minRows={2}
        maxLength={limits.note}
        value={reason}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={missing ? texts.unverifiedMissing : undefined}
      />
    </div>
  )
}
