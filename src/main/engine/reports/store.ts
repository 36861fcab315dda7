import type { JournalRow, Period } from '../../../core/reports/journal.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'

type Row = Omit<JournalRow, 'late' | 'answer'> & {
  late: number
  answerNumber: string | null
  answeredOn: LocalDate | null
}

/** The cases received in a period, in the order of registration. `today`: by which running clocks are judged. */
export function journalRows(db: ReadableDb, { from, to }: Period, today: LocalDate): JournalRow[] {
  return db
    .all<Row>(
      `SELECT cases.number, kind, channel, status, outcome, received_on AS receivedOn,
         trim(organisation || ' ' || family_name || ' ' || given_name || ' ' || patronymic) AS applicant,
         (SELECT min(effective_on) FROM clock WHERE case_id = cases.id) AS dueOn,
         EXISTS (SELECT 1 FROM clock WHERE case_id = cases.id AND coalesce(ended_on, ?) > effective_on) AS late,
         coalesce(lateness_reason, '') AS latenessReason,
         answer.number AS answerNumber, answer.delivered_on AS answeredOn
       FROM cases JOIN person ON person.id = person_id
       LEFT JOIN letter AS answer ON answer.id = (
         SELECT id FROM letter WHERE case_id = cases.id AND answers = 1 AND delivered_on IS NOT NULL
         ORDER BY id LIMIT 1)
       WHERE received_on BETWEEN ? AND ? ORDER BY cases.id`,
      today,
      from,
      to,
    )
    .map(({ late, answerNumber, answeredOn, ...row }) => ({
      ...row,
      late: late === 1,
      answer: answerNumber === null || answeredOn === null ? null : { number: answerNumber, on: answeredOn },
    }))
}
