import type { ShownMail } from '../../../shared/model/mail.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Attempts } from './Attempts.tsx'
import { ReportWords, ServerWords } from './ServerWords.tsx'

/** How it stands with a mail: why it is not sent, when it is tried again, what servers said. */
export function MailWords({ mail }: { mail: ShownMail }) {
  const { letters, words } = useTexts()
  return (
    <>
      {mail.failure && mail.state !== 'sent' ? <div>{words.sendFailures[mail.failure]}</div> : null}
      {mail.retryAt ? <div>{letters.mail.nextAttempt(almatyMoment(mail.retryAt))}</div> : null}
      <ServerWords response={mail.response} />
      <ReportWords report={mail.report} />
      {mail.attempts > 0 ? <Attempts mail={mail} /> : null}
    </>
  )
}
