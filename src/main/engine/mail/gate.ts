import { judgeAnswer } from '../../../core/casework/steps.ts'
import type { Gate } from '../../../core/mail/gate.ts'
import type { SendingGate } from '../../../shared/model/mail.ts'
import { verificationOf } from '../cases/identity-store.ts'
import { mustFindCase, stateOf } from '../cases/take-step.ts'
import type { StoredCase } from '../cases/store.ts'
import type { ReadableDb } from '../db/db.ts'
import { clocksOfCase, runningClocks } from '../deadlines/store.ts'
import { discloses, type StoredLetter } from '../letters/store.ts'
import type { Packs } from '../packs/load.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'

/** What the engine judges a sending by. */
export function gateOf(db: ReadableDb, packs: Packs, letter: StoredLetter, of: StoredCase): Gate {
  return {
    known: of.applicant.email,
    discloses: discloses(packs, letter.templateId),
    identityVerified: verificationOf(db, of)?.confirmed ?? false,
  }
}

/** The same for the officer's eyes, with all else that she looks at before a letter goes. */
export function showGate(db: ReadableDb, packs: Packs, letter: StoredLetter, today: LocalDate): SendingGate {
  const of = mustFindCase(db, letter.caseId)
  const verification = verificationOf(db, of)
  return {
    ...gateOf(db, packs, letter, of),
    addressVerified: verification?.confirmed === true && verification.method === 'knownAddress',
    verifiedBy: verification?.confirmed ? verification.method : null,
    caseNumber: of.number,
    letterNumber: letter.number,
    lang: letter.lang,
    stops: clocksStoppedBy(db, packs, letter, of, today),
  }
}

/** Clocks that end once the letter is delivered. */
function clocksStoppedBy(
  db: ReadableDb,
  packs: Packs,
  letter: StoredLetter,
  of: StoredCase,
  today: LocalDate,
): SendingGate['stops'] {
  const answers = letter.answers && letter.round === of.round
  if (!answers || !judgeAnswer(stateOf(db, packs, of, today), today).ok) return []
  const ending = runningClocks(db, of.id).filter(({ rule }) => rule.endsOn.includes('answered'))
  return clocksOfCase(db, of.id, today)
    .filter((clock) => ending.some(({ id }) => id === clock.id))
    .map(({ title, dueOn, adjusted, daysLeft }) => ({
      title,
      dueOn: adjusted?.dueOn ?? dueOn,
      daysLeft: daysLeft ?? 0,
    }))
}
