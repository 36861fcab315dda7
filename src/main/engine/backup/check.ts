import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppFailure } from '../../../shared/errors.ts'
import type { StopFlag } from '../helper.ts'
import { readRegisterId } from '../settings/store.ts'
import { vaultPaths } from '../vault/files.ts'
import type { Opened } from '../vault/opened.ts'
import { type Backup, backupNamed, registerMark, remove, rotate } from './folder.ts'
import { isOfOtherKey } from './key.ts'
import { workOnCopy } from './make.ts'
import { noteRemoved } from './removed.ts'
import { backupNames, lastGoodRun, noteCheck, readBackupSettings } from './store.ts'

/** A register that was put back from an old backup must not let go the newer ones, of which it knows nothing. */
const strangerKeptMs = 30 * 86_400_000

/**
 * Reads the newest backup from end to end, unless that was done, it is out of reach or of a data key before this one. Only then are older ones let go; one
 * that is damaged is taken away. Fails with `backupDamaged`, or with `taskCancelled` where it is to end early.
 */
export async function checkBackup(
  { session, key }: Pick<Opened, 'session' | 'key'>,
  stop: StopFlag,
): Promise<void> {
  const { folder, keep } = session.query(readBackupSettings)
  const made = session.query((db) => lastGoodRun(db, 'backup'))
  if (folder === null || !made || made.checkedAt !== null) return
  const place = join(folder, made.name)
  const path = vaultPaths(place).register
  if (!existsSync(path)) return
  if (isOfOtherKey({ session, key }, backupNamed(folder, made.name) ?? { name: made.name })) return
  const known = session.query(backupNames)
  const now = session.ports.clock.now()
  const mayGo = ({ name, madeAt }: Backup): boolean =>
    known.has(name) ? name !== made.name : now - madeAt > strangerKeptMs
  const note = (fault: string | null): void =>
    session.command(({ db, at, record, changed }) => {
      noteCheck(db, made.name, at, fault)
      record('backupChecked', null, { name: made.name, failure: fault })
      changed('backups')
    })
  try {
    await workOnCopy(session, {
      kind: 'inspect',
      check: 'quick_check',
      path,
      key: Uint8Array.from(key),
      stop,
    })
  } catch (error) {
    if (error instanceof AppFailure && error.code === 'backupDamaged') {
      await remove(place)
      note(error.code)
    }
    throw error
  }
  note(null)
  const mark = registerMark(session.query(readRegisterId))
  noteRemoved(session, await rotate(folder, mark, { keep, mayGo, now }))
}
