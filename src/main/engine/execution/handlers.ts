import { checkNote, mayNote } from '../../../core/casework/execution.ts'
import type { engineContract, Handlers, Input } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { OperatorSystem, SystemNote } from '../../../shared/model/execution.ts'
import { changesOf } from '../audit/changes.ts'
import { mustFindCase, mustFindKept } from '../cases/take-step.ts'
import { must } from '../failure.ts'
import type { Deed, Session } from '../session.ts'
import type { Packs } from '../packs/load.ts'
import { notesOf, readSystems, refuseUnknownSystems, writeNote, writeSystem } from './store.ts'

/** What an entry tells of a system: its title is in the languages of letters. */
function titled(system: OperatorSystem | undefined) {
  return system ? { title: { ru: system.title.ru, kk: system.title.kk }, active: system.active } : null
}

/** What the history tells of a note. */
function told({ found, categories, data, deed, deedOn, deedMethod, deedBy, proof }: SystemNote) {
  return { found, categories, data, deed, deedOn, deedMethod, deedBy, proof }
}

/** Of a correction the history keeps what it was and what it is. */
function store(deed: Deed, of: { id: CaseId; round: number }, note: SystemNote): void {
  const before = notesOf(deed.db, of).find(({ systemId }) => systemId === note.systemId)
  writeNote(deed.db, of, note, deed)
  const changes = changesOf(before ? told(before) : null, told(note))
  deed.record('systemNoted', of.id, { system: note.systemId, ...changes })
  deed.changed('cases')
}

function openCase(deed: Deed, caseId: CaseId): ReturnType<typeof mustFindKept> {
  const found = mustFindKept(deed.db, caseId)
  if (!mayNote(found)) throw new AppFailure('stepNotAllowed', { status: found.status, action: 'execute' })
  return found
}

/** Fails with `categoryUnknown`. */
function refuseUnknownCategories({ catalogs }: Packs, ids: readonly string[]): void {
  const known = new Set(catalogs.categories.map(({ id }) => id))
  if (!ids.every((id) => known.has(id))) throw new AppFailure('categoryUnknown', {})
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
    const before = known.find((system) => system.id === id)
    if (id !== null && !before) throw new AppFailure('systemUnknown', {})
    const own = known.filter((system) => system.id.startsWith('own')).length
    writeSystem(db, { id: id ?? `own${own + 1}`, title: names, active })
    record('systemSaved', null, { system: names.ru, ...changesOf(titled(before), { title: names, active }) })
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
      refuseUnknownSystems(deed.db, session.packs, [note.systemId])
      refuseUnknownCategories(session.packs, note.categories)
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
