import { z } from 'zod'
import { limits, requiredLine } from '../model/case.ts'
import { CaseId, Instant, LetterId, MailId } from '../model/ids.ts'
import { MailReport, MailState, SendFailure } from '../model/mail.ts'
import { SmtpForm } from '../model/settings.ts'
import { command, query } from './call.ts'

const message = { to: z.string().trim().max(320), subject: requiredLine, text: z.string().max(limits.note) }

export const mail = {
  /** The e-mail proposed to carry a letter. */
  compose: query({
    input: z.object({ letterId: LetterId }),
    output: z.object({ ...message, fileName: z.string() }),
  }),
  /** Puts it into the outbox, which sends it as soon as it can. */
  send: command({ input: z.object({ letterId: LetterId, ...message }), output: z.object({ id: MailId }) }),
  outbox: query({
    input: z.object({ limit: z.number().int().min(1).max(500) }),
    output: z.object({
      mails: z.array(
        z.object({
          id: MailId,
          caseId: CaseId,
          caseNumber: z.string(),
          letterNumber: z.string(),
          to: z.string(),
          subject: z.string(),
          state: MailState,
          failure: SendFailure.nullable(),
          response: z.string(),
          report: MailReport.nullable(),
          attempts: z.number().int(),
          updatedAt: Instant,
        }),
      ),
    }),
  }),
  /** Another attempt for a mail that failed. */
  retry: command({ input: z.object({ id: MailId }), output: z.object({}) }),
  /** What the officer found out about a mail whose outcome is unknown. */
  settle: command({
    input: z.object({ id: MailId, outcome: z.enum(['sent', 'failed']), note: requiredLine }),
    output: z.object({}),
  }),
  /** Connects, secures and logs in with the form's settings; sends nothing. */
  test: command({ input: SmtpForm, output: z.object({ greeting: z.string() }) }),
}
