import type { CaseMail } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { MailReport, MailState } from '../../../shared/model/mail.ts'
import type { ReadableDb } from '../db/db.ts'

/** What the desk shows of mails. */

type ReportColumns = {
  reportOutcome: MailReport['outcome'] | null
  reportStatus: string
  reportWords: string
  reportedAt: string | null
}
const reportColumns = `report_outcome AS reportOutcome, report_status AS reportStatus, report_words AS reportWords,
  reported_at AS reportedAt`
const shown = `m.id, m.recipient AS "to", m.subject, m.state, m.failure, m.response, m.retry_at AS retryAt,
  m.attempts, m.message_sha256 AS sha256, m.updated_at AS updatedAt, ${reportColumns}`

function withReport<Row extends ReportColumns>(row: Row): Omit<Row, keyof ReportColumns> & ReportOf {
  const { reportOutcome: outcome, reportStatus: status, reportWords: words, reportedAt: at, ...mail } = row
  return { ...mail, report: outcome && at ? { outcome, status, words, at } : null }
}

type ReportOf = { report: MailReport | null }

export function mailsOfCase(db: ReadableDb, caseId: CaseId): CaseMail[] {
  return db
    .all<Omit<CaseMail, 'report'> & ReportColumns>(
      `SELECT m.letter_id AS letterId, ${shown} FROM mail m WHERE m.case_id = ? ORDER BY m.id`,
      caseId,
    )
    .map(withReport)
}

type OutboxRow = Output<'mail.outbox'>['mails'][number]

/** The newest mails of all cases; `state` null: in whatever state. */
export function listOutbox(db: ReadableDb, state: MailState | null, limit: number): OutboxRow[] {
  return db
    .all<Omit<OutboxRow, 'report'> & ReportColumns>(
      `SELECT m.case_id AS caseId, c.number AS caseNumber, l.number AS letterNumber, ${shown}
       FROM mail m JOIN cases c ON c.id = m.case_id JOIN letter l ON l.id = m.letter_id
       ${state === null ? '' : 'WHERE m.state = ?'} ORDER BY m.id DESC LIMIT ?`,
      ...(state === null ? [] : [state]),
      limit,
    )
    .map(withReport)
}

export function countByState(db: ReadableDb): Partial<Record<MailState, number>> {
  const rows = db.all<{ state: MailState; n: number }>(
    "SELECT substr(name, 6) AS state, n FROM list_count WHERE name LIKE 'mail %' AND n > 0",
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}
