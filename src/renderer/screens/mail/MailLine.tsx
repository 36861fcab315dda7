import type { CaseMail } from '../../../shared/contract/cases.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { MailChip } from '../../ui/Chip.tsx'
import styles from './Mail.module.css'
import { MailActions } from './MailActions.tsx'
import { ReportWords, ServerWords } from './ServerWords.tsx'

/** One mail under its letter. */
export function MailLine({ mail }: { mail: CaseMail }) {
  const { words } = useTexts()
  return (
    <div className={styles.line}>
      <div className={styles.lineHead}>
        <MailChip state={mail.state} report={mail.report} />
        <span>{mail.to}</span>
        <span className={styles.when}>{almatyMoment(mail.updatedAt)}</span>
        <MailActions mail={mail} />
      </div>
      {mail.failure && mail.state !== 'sent' ? <div>{words.sendFailures[mail.failure]}</div> : null}
      <ServerWords response={mail.response} />
      <ReportWords report={mail.report} />
    </div>
  )
}
