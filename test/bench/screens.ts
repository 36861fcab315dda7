import { auditHandlers } from '../../src/main/engine/audit/handlers.ts'
import { blockingHandlers } from '../../src/main/engine/blocking/handlers.ts'
import { caseHandlers } from '../../src/main/engine/cases/handlers.ts'
import { dayHandlers } from '../../src/main/engine/day/handlers.ts'
import { executionHandlers } from '../../src/main/engine/execution/handlers.ts'
import { intakeHandlers } from '../../src/main/engine/intake/handlers.ts'
import { mailHandlers } from '../../src/main/engine/mail/handlers.ts'
import { reminderHandlers } from '../../src/main/engine/reminders/handlers.ts'
import { retentionHandlers } from '../../src/main/engine/retention/handlers.ts'
import { suppressionHandlers } from '../../src/main/engine/suppression/handlers.ts'
import type { Session } from '../../src/main/engine/session.ts'
import { AuditFilter } from '../../src/shared/model/audit.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { cases, type Work } from './work.ts'

/** What the screens beside the list of cases ask, through their own calls and a page at a time, as they do. */

const asking = (title: string, run: Work['run']): Work => ({ title, times: 100, run })

const aCase = (number: number): CaseId => CaseId.parse(1 + ((number * 977) % cases))

const recorded = (title: string, filter: Partial<AuditFilter>): Work =>
  asking(title, (session) =>
    auditHandlers['audit.list'](session, { filter: AuditFilter.parse(filter), before: null, limit: 100 }),
  )

let busiest: LocalDate | undefined
/** The day most clocks are due on; both registers have the same. */
function busiestDay(session: Session): LocalDate {
  const sql = 'SELECT due_on AS "on" FROM clock_count GROUP BY due_on ORDER BY sum(n) DESC LIMIT 1'
  busiest ??= session.query((db) => db.get<{ on: LocalDate }>(sql))?.on ?? session.today
  return busiest
}

export const screens: readonly Work[] = [
  asking('suppression list, newest', (session) =>
    suppressionHandlers['suppression.list'](session, { before: null, limit: 50 }),
  ),
  asking('suppression list, from the middle', (session) =>
    suppressionHandlers['suppression.list'](session, {
      before: Math.max(1, Math.floor(cases / 6)),
      limit: 50,
    }),
  ),
  asking('blockings that were lifted', (session) =>
    blockingHandlers['blocking.list'](session, { state: 'lifted', after: null, limit: 50 }),
  ),
  asking('day of most deadlines', (session) => dayHandlers['day.list'](session, { on: busiestDay(session) })),
  asking('counts of the reminders', (session) => reminderHandlers['reminders.counts'](session, {})),
  asking('systems of a case', (session, number) =>
    executionHandlers['execution.ofCase'](session, { caseId: aCase(number) }),
  ),
  asking('grounds to refuse a case', (session, number) =>
    caseHandlers['cases.refusalGrounds'](session, { id: aCase(number) }),
  ),
  asking('incoming: waiting', (session) =>
    intakeHandlers['intake.list'](session, { show: 'waiting', limit: 500 }),
  ),
  asking('incoming: settled', (session) =>
    intakeHandlers['intake.list'](session, { show: 'settled', limit: 500 }),
  ),
  asking('outbox: all', (session) => mailHandlers['mail.outbox'](session, { state: null, limit: 200 })),
  asking('outbox: failed', (session) =>
    mailHandlers['mail.outbox'](session, { state: 'failed', limit: 200 }),
  ),
  recorded('record: newest', {}),
  recorded('record: one deed', { action: 'decided' }),
  recorded('record: one officer', { actor: 'Ә. Қалиева' }),
  recorded('record: what disclosed', { disclosuresOnly: true }),
  recorded('record: one case', { caseNumber: 'ДС-2026-0077' }),
  recorded('record: one series of numbers', { caseNumber: 'ДС-2026' }),
  recorded('record: one month', {
    from: LocalDate.parse('2026-02-01'),
    to: LocalDate.parse('2026-02-28'),
  }),
  recorded('record: one month, one deed', {
    action: 'decided',
    from: LocalDate.parse('2026-02-01'),
    to: LocalDate.parse('2026-02-28'),
  }),
  asking('record: names to choose from', (session) => auditHandlers['audit.names'](session, {})),
  asking('retention: what is due', (session) => retentionHandlers['retention.overview'](session, {})),
]
