import { checkNote, mayNote } from '../../../core/casework/execution.ts'
import type { engineContract, Handlers, Input } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { SystemNote } from '../../../shared/model/execution.ts'
import { mustFindCase } from '../cases/take-step.ts'
import { must } from '../failure.ts'
import type { Deed, Session } from '../session.ts'
import { notesOf, readSystems, writeNote, writeSystem } from './store.ts'

function store(deed: Deed, of: { id: CaseId; round: number }, note: SystemNote): void {
  const before = notesOf(deed.db, of).find(({ systemId }) => systemId === note.systemId)
  writeNote(deed.db, of, note, deed)
  deed.record('systemNoted', of.id, {
    system: note.systemId,
    found: note.found,
    foundBefore: before && before.found !== note.found ? before.found : null,
    deed: note.deed,
    deedBefore: before && before.deed !== note.deed ? before.deed : null,
    on: note.deedOn,
    deedBy: note.deedBy === '' ? null : note.deedBy,
    proof: note.proof,
  })
  deed.changed('cases')
}

function openCase(deed: Deed, caseId: CaseId): ReturnType<typeof mustFindCase> {
  const found = mustFindCase(deed.db, caseId)
  if (!mayNote(found)) throw new AppFailure('stepNotAllowed', { status: found.status, action: 'execute' })
  return found
}

function noteRest(session: Session, caseId: CaseId): { noted: number } {
  return session.command((deed) => {
    const found = openCase(deed, caseId)
    const noted = notesOf(deed.db, found)
    const rest = readSystems(deed.db, session.packs.catalogs.systems).filter(
      ({ id, active }) => active && !noted.some(({ systemId }) => systemId === id),
    )
    for (const { id } of rest) {
      const nothing = {
        categories: [],
        data: '',
        deed: null,
        deedOn: null,
        deedMethod: '',
        deedBy: '',
        proof: '',
      }
      store(deed, found, { systemId: id, found: 'notFound', ...nothing })
    }
    return { noted: rest.length }
  })
}

function saveSystem(session: Session, { id, title, active }: Input<'execution.saveSystem'>): void {
  const names = { ru: title.ru.trim(), kk: title.kk.trim() }
  if (names.ru === '' || names.kk === '') throw new AppFailure('inputInvalid', { field: 'title' })
  session.command(({ db, record, changed }) => {
    const known = readSystems(db, session.packs.catalogs.systems)
    if (id !== null && !known.some((system) => system.id === id)) throw new AppFailure('systemUnknown', {})
    const own = known.filter((system) => system.id.startsWith('own')).length
    writeSystem(db, { id: id ?? `own${own + 1}`, title: names, active })
    record('systemSaved', null, { system: names.ru, active: active ? 1 : 0 })
    changed('settings', 'cases')
  })
}

export const executionHandlers: Handlers<Pick<typeof engineContract, 'execution'>, Session> = {
  'execution.ofCase': (session, { caseId }) =>
    session.query((db) => {
      const found = mustFindCase(db, caseId)
      const notes = notesOf(db, found)
      return {
        systems: readSystems(db, session.packs.catalogs.systems)
          .map((system) => ({
            ...system,
            note: notes.find(({ systemId }) => systemId === system.id) ?? null,
          }))
          .filter(({ active, note }) => active || note !== null),
        categories: [...session.packs.catalogs.categories],
        open: mayNote(found),
      }
    }),
  'execution.note': (session, { caseId, ...note }) =>
    session.command((deed) => {
      const found = openCase(deed, caseId)
      const known = readSystems(deed.db, session.packs.catalogs.systems)
      if (!known.some(({ id }) => id === note.systemId)) throw new AppFailure('systemUnknown', {})
      must(checkNote(note, found.receivedOn, deed.today))
      store(deed, found, note)
      return {}
    }),
  'execution.noteRest': (session, { caseId }) => noteRest(session, caseId),
  'execution.systems': (session) =>
    session.query((db) => ({ systems: readSystems(db, session.packs.catalogs.systems) })),
  'execution.saveSystem': (session, system) => {
    saveSystem(session, system)
    return {}
  },
}
