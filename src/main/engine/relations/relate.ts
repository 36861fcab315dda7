import { isMergeable } from '../../../core/casework/steps.ts'
import type { RelationType } from '../../../shared/contract/relations.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { changesOf } from '../audit/changes.ts'
import type { ReadableDb } from '../db/db.ts'
import { applyEvents } from '../deadlines/clocks.ts'
import type { Deed, Session } from '../session.ts'
import { moveClocks } from '../deadlines/merge-store.ts'
import { holdOver } from '../retention/store.ts'
import { findByNumber, isSamePerson, relationBetween, removeRelation, writeRelation } from './store.ts'
import { releaseEmail, updateCase, type StoredCase } from '../cases/store.ts'
import { mustFindKept } from '../cases/take-step.ts'

/** Fails with `caseNumberUnknown`. */
export function mustFindByNumber(db: ReadableDb, number: string): CaseId {
  const id = findByNumber(db, number)
  if (id === undefined) throw new AppFailure('caseNumberUnknown', {})
  return id
}

type Telling = Pick<Deed, 'db' | 'at' | 'officer' | 'record'>

/** Links two cases and tells it in both histories. */
export function relateCases(
  { db, at, officer, record }: Telling,
  id: CaseId,
  otherId: CaseId,
  type: RelationType,
): void {
  if (id === otherId) throw new AppFailure('relationToItself', {})
  const [one, other] = [mustFindKept(db, id), mustFindKept(db, otherId)]
  const before = relationBetween(db, id, otherId)
  if (type === 'related') refuseParting(db, id, before)
  writeRelation(db, { id, otherId, type, officer, at })
  const changes = changesOf(before ? { relation: before } : null, { relation: type })
  record('related', id, { case: other.number, ...changes })
  record('related', otherId, { case: one.number, ...changes })
}

/** A hold reaches a repeat, and what a claim grew from, as long as they are known as that. */
function refuseParting(db: ReadableDb, id: CaseId, relation: RelationType | null | undefined): void {
  const hold = relation && relation !== 'related' ? holdOver(db, id) : null
  if (hold) throw new AppFailure('relationHeld', { number: hold.number })
}

export function unrelateCases({ db, record }: Telling, id: CaseId, otherId: CaseId): void {
  const [one, other] = [mustFindKept(db, id), mustFindKept(db, otherId)]
  const relation = relationBetween(db, id, otherId) ?? null
  refuseParting(db, id, relation)
  removeRelation(db, id, otherId)
  record('unrelated', id, { case: other.number, relation })
  record('unrelated', otherId, { case: one.number, relation })
}

/** Only two requests of one person for one thing are one: same kind and ground, the earlier stays. */
function checkMerge(from: StoredCase, into: StoredCase): void {
  if (from.id === into.id) throw new AppFailure('relationToItself', {})
  if (from.status === 'closed' || into.status === 'closed') throw new AppFailure('caseClosed', {})
  if (!isMergeable(from.status) || !isMergeable(into.status)) throw new AppFailure('mergeAfterDecision', {})
  if (from.kind !== into.kind || from.details.ground !== into.details.ground)
    throw new AppFailure('mergeOtherKind', {})
  if (!isSamePerson(from.applicant, into.applicant)) throw new AppFailure('mergeOtherPerson', {})
  if (into.receivedOn > from.receivedOn) throw new AppFailure('mergeIntoEarlier', {})
  if (from.blocked) throw new AppFailure('stillBlocked', {})
}

/**
 * The later of two like cases ends; its term is that of the earlier, which runs on. A clock that the earlier case never
 * had, as after documents that came with the later request alone, goes over to it with its dates.
 */
export function mergeCase(
  session: Session,
  { id, intoNumber, reason }: { id: CaseId; intoNumber: string; reason: string },
): Record<string, never> {
  return session.command((deed) => {
    const { db, record, changed, today } = deed
    const intoId = mustFindByNumber(db, intoNumber)
    const [from, into] = [mustFindKept(db, id), mustFindKept(db, intoId)]
    checkMerge(from, into)
    relateCases(deed, id, intoId, 'duplicate')
    updateCase(db, from, { status: 'closed', annulled: true })
    releaseEmail(db, id)
    const moved = moveClocks(db, from.id, into.id)
    const clocks = applyEvents(db, session.law, from, ['merged'], today)
    record('merged', id, { case: into.number, reason, from: from.status, to: 'closed', ...clocks })
    record('merged', intoId, { case: from.number, reason, ...(moved === '' ? {} : { clocksStarted: moved }) })
    changed('cases')
    return {}
  })
}
