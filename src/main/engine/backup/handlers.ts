import { healthOf } from '../../../core/backup/rotation.ts'
import type { engineContract, Handlers, Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { changesOf } from '../audit/changes.ts'
import type { ReadableDb } from '../db/db.ts'
import type { VaultKeeper } from '../vault/keeper.ts'
import { isWithin, placeRisk } from './place.ts'
import {
  lastGoodRun,
  lastRun,
  latestMoment,
  readBackupSettings,
  restoredUncopied,
  writeBackupSettings,
} from './store.ts'
import type { BackupWatch } from './watch.ts'

/** How far the clock may stand behind the record before that is worth a word. */
const clockToleranceMs = 10 * 60_000

function stateOf(db: ReadableDb, folder: string, now: number): Output<'backups.state'> {
  const settings = readBackupSettings(db)
  const lastGood = lastGoodRun(db, 'backup') ?? null
  const lastTry = lastRun(db, 'backup') ?? null
  const lastDrill = lastRun(db, 'drill') ?? null
  const restoredAt = restoredUncopied(db)
  const latest = latestMoment(db)
  const isBehind = latest !== null && Date.parse(latest) - now > clockToleranceMs
  return {
    settings,
    health: healthOf(settings, {
      lastGoodAt: lastGood && Date.parse(lastGood.at),
      lastFailed: lastTry !== null && lastTry.fault !== null,
      lastDrillFailed: lastDrill !== null && lastDrill.fault !== null,
      restored: restoredAt !== null,
      now,
    }),
    lastGood,
    lastTry,
    lastDrill,
    restoredAt,
    risk: placeRisk(folder),
    clockBehind: isBehind ? latest : null,
  }
}

function watchOf({ backups }: VaultKeeper): BackupWatch {
  if (!backups) throw new AppFailure('vaultLocked', {})
  return backups
}

export const backupHandlers: Handlers<Pick<typeof engineContract, 'backups'>, VaultKeeper> = {
  'backups.state': (keeper) => {
    const { session, folder, ports } = keeper
    if (!session) throw new AppFailure('vaultLocked', {})
    return session.query((db) => stateOf(db, folder, ports.clock.now()))
  },
  'backups.saveSettings': ({ session, folder }, settings) => {
    if (!session) throw new AppFailure('vaultLocked', {})
    // What takes the place of the vault takes that of all that lies in it.
    if (settings.folder !== null && isWithin(folder, settings.folder))
      throw new AppFailure('backupFolderInVault', {})
    return session.command(({ db, record, changed }) => {
      record('backupSettingsSaved', null, changesOf(readBackupSettings(db), settings))
      writeBackupSettings(db, settings)
      changed('backups')
      return {}
    })
  },
  'backups.make': (keeper) => watchOf(keeper).make(),
  'backups.beforeLock': async (keeper) => {
    await watchOf(keeper).makeBeforeLock()
    return {}
  },
  'backups.drill': (keeper) => watchOf(keeper).drill(),
}
