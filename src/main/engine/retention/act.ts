import { hash } from 'node:crypto'
import { yearOf } from '../../../core/calendar/days.ts'
import { journalNumber, retentionSeries } from '../../../core/numbering/numbers.ts'
import { inLanguages } from '../../../core/reports/document.ts'
import { retentionAct } from '../../../core/reports/retention-act.ts'
import type { ParsedInput } from '../../../shared/contract/index.ts'
import type { DueCase } from '../../../shared/contract/retention.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { RetentionTerm } from '../../../shared/model/retention.ts'
import { forgetWords } from '../cases/search-store.ts'
import { nextPlace, takePlace } from '../cases/store.ts'
import type { ReadableDb } from '../db/db.ts'
import { paperPacks } from '../papers/words.ts'
import type { Session } from '../session.ts'
import { readOrganisation, readSetting } from '../settings/store.ts'
import { eraseCase, eraseDrafts, mergeIndex } from './erase-store.ts'
import { dueCases, insertAct } from './store.ts'

type Chosen = ParsedInput<'retention.destroy'>
type Prepared = { number: string; cases: DueCase[]; pdf: Uint8Array }

/** The officer's own term; null while only the proposed one stands. */
export function savedTerm(db: ReadableDb): RetentionTerm | null {
  return readSetting(db, 'retention', RetentionTerm)
}

export function termInForce({ packs }: Session, db: ReadableDb): RetentionTerm {
  const { years, basis } = packs.retention
  return savedTerm(db) ?? { years, basis }
}

/** Sets the act as it would be now. Fails with `retentionStale` and `retentionHeld`. */
export async function prepareAct(session: Session, { caseIds, method, lang }: Chosen): Promise<Prepared> {
  const found = session.query((db) => {
    const term = termInForce(session, db)
    const operator = (readOrganisation(db) ?? session.packs.operator).name
    const pack = paperPacks(db, session.packs).retention
    return { term, operator, pack, number: nextNumber(session, db), cases: mustBeDue(session, db, caseIds) }
  })
  const { term, operator, pack, number, cases } = found
  const { packs, today, officer } = session
  const setting = { pack, words: packs.reports.words, today, officer }
  const document = inLanguages(lang, (one) =>
    retentionAct({ number, method, term, cases }, { ...setting, lang: one, operator: operator[one] }),
  )
  return { number, cases, pdf: await session.typesetter.typesetReport(document) }
}

/**
 * Destroys what the act names, in one transaction with it. The act is set first; should its number or a case have changed
 * meanwhile, nothing happens. Fails as `prepareAct` does.
 */
export async function carryOut(session: Session, chosen: Chosen): Promise<{ actId: number; number: string }> {
  const { number, cases, pdf } = await prepareAct(session, chosen)
  const actId = session.command(({ db, at, today, officer, record, changed }) => {
    mustBeDue(session, db, chosen.caseIds)
    if (nextNumber(session, db) !== number) throw new AppFailure('retentionStale', {})
    takePlace(db, retentionSeries, yearOf(today))
    const { method } = chosen
    const sha256 = hash('sha256', pdf)
    const id = insertAct(db, { number, method, at, officer, cases: cases.length, sha256, pdf })
    for (const one of cases) {
      eraseCase(db, one.id, id, method)
      eraseDrafts(db, one.id)
      record('caseDestroyed', one.id, { act: number, manner: method })
    }
    forgetWords(db)
    mergeIndex(db)
    record('actMade', null, { act: number, manner: method, cases: cases.length, sha256 })
    changed('cases', 'mail', 'intake', 'retention', 'audit')
    return id
  })
  session.forgetShown()
  session.emptyLog()
  return { actId, number }
}

function nextNumber({ today }: Session, db: ReadableDb): string {
  const year = yearOf(today)
  return journalNumber(retentionSeries, year, nextPlace(db, retentionSeries, year))
}

/** Exactly the cases that were chosen, all of them due and none held. */
function mustBeDue(session: Session, db: ReadableDb, caseIds: readonly CaseId[]): DueCase[] {
  const { years } = termInForce(session, db)
  const due = new Map(dueCases(db, { years, today: session.today }).map((one) => [one.id, one]))
  return [...new Set(caseIds)].map((id) => {
    const found = due.get(id)
    if (!found) throw new AppFailure('retentionStale', {})
    if (found.hold) throw new AppFailure('retentionHeld', { number: found.number })
    return found
  })
}
