import { allowedOutcomes, allowedSteps } from '../../../core/casework/steps.ts'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { entriesOfCase } from '../audit/store.ts'
import type { ReadableDb } from '../db/db.ts'
import { clocksOfCase } from '../deadlines/store.ts'
import { lettersOfCase } from '../letters/store.ts'
import { mailsOfCase } from '../mail/list-store.ts'
import type { Packs } from '../packs/load.ts'
import { attachmentsOfCase } from './attachment-store.ts'
import { representativeOf, verificationsOf } from './identity-store.ts'
import { notesOfCase } from './note-store.ts'
import { relatedCases } from '../relations/store.ts'
import { destructionOf } from '../retention/store.ts'
import { assigneeOf } from './store.ts'
import { mustFindCase, stateOf } from './take-step.ts'

/** Everything about one case. Fails with `caseNotFound`. */
export function readCard(db: ReadableDb, packs: Packs, id: CaseId, today: LocalDate): CaseCard {
  const found = mustFindCase(db, id)
  const state = stateOf(db, packs, found, today)
  const destroyed = destructionOf(db, id)
  return {
    ...found,
    assignee: assigneeOf(db, id)?.name ?? null,
    representative: representativeOf(db, id),
    verifications: verificationsOf(db, id),
    late: state.late,
    clocks: clocksOfCase(db, id, today),
    attachments: attachmentsOfCase(db, id),
    letters: lettersOfCase(db, packs, id),
    mails: mailsOfCase(db, id),
    notes: notesOfCase(db, id),
    related: relatedCases(db, id),
    history: entriesOfCase(db, id),
    destroyed,
    steps: destroyed ? [] : allowedSteps(state),
    outcomes: [...allowedOutcomes(state)],
  }
}
