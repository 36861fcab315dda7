import { CaseView } from '../../../shared/model/list.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { findOfficer } from '../officers/store.ts'

/** Views of the list that were saved under a name, by name. */
export function savedViews(db: ReadableDb): { name: string; view: CaseView }[] {
  return db
    .all<{ name: string; view: string }>('SELECT name, view FROM saved_view ORDER BY name')
    .map(({ name, view }) => ({ name, view: CaseView.parse(JSON.parse(view)) }))
}

export function writeView(db: WritableDb, name: string, view: CaseView): void {
  db.run(
    'INSERT INTO saved_view (name, view) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET view = excluded.view',
    name,
    JSON.stringify(view),
  )
}

/** What the record tells of a view. Of a search only that there is one: it may name a person, whom no act could take out. */
export function toldOfView(db: ReadableDb, { filter, search, narrow, sort }: CaseView) {
  const assignees = narrow.assignees.map((id) => findOfficer(db, id)?.name ?? 'nobody')
  return { filter, search: search !== '', ...narrow, assignees, sort: sort ?? undefined }
}

export function removeView(db: WritableDb, name: string): void {
  db.run('DELETE FROM saved_view WHERE name = ?', name)
}
