import type { Session } from '../session.ts'

/** What the program lets go by itself: copies of the register, whose names are told. */
export function noteRemoved(session: Session, names: readonly string[]): void {
  if (names.length === 0) return
  session.command(({ record }) => names.forEach((name) => record('backupRemoved', null, { name })))
}
