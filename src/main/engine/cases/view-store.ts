import { CaseView } from '../../../shared/model/list.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

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

export function removeView(db: WritableDb, name: string): void {
  db.run('DELETE FROM saved_view WHERE name = ?', name)
}
