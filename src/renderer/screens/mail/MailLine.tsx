import type { CaseMail } from '../../../shared/contract/cases.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { MailChip } from '../../ui/Chip.tsx'
import styles from './Mail.module.css'
import { MailActions } from './MailActions.tsx'
import { MailWords } from './MailWords.tsx'

/** One mail under its letter. */
export function MailLine({ mail }: { mail: CaseMail }) {
  return (
    <div className={styles.line}>
      <div className={styles.lineHead}>
        <MailChip mail={mail} />
        <span>{mail.to}</span>
        <span className={styles.when}>{almatyMoment(mail.updatedAt)}</span>
        <MailActions mail={mail} />
      </div>
      <MailWords mail={mail} />
    </div>
  )
}
