import type { Opened } from '../vault/opened.ts'
import { keyMark, type Backup } from './folder.ts'
import { rekeyedSince } from './store.ts'

/**
 * Whether a backup was made under another data key than the present one. It is as good as it was: its own keys open it.
 * One without a mark is judged by what the record tells of it.
 */
export function isOfOtherKey(
  { session, key }: Pick<Opened, 'session' | 'key'>,
  backup: Pick<Backup, 'name' | 'key'>,
): boolean {
  if (backup.key !== undefined) return backup.key !== keyMark(key)
  return session.query((db) => rekeyedSince(db, backup.name))
}
