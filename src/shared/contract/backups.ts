import { z } from 'zod'
import { BackupHealth, BackupSettings, PlaceRisk } from '../model/backup.ts'
import { Instant } from '../model/ids.ts'
import { command, query } from './call.ts'

const nothing = z.object({})
/** `fault`: a code of the list of errors; null where all went well. */
const Run = z.object({ at: Instant, name: z.string(), fault: z.string().nullable() })

export const backups = {
  state: query({
    input: nothing,
    output: z.object({
      settings: BackupSettings,
      health: BackupHealth,
      lastGood: Run.extend({
        bytes: z.number().int(),
        /** How long it took until it stood in its place. */
        ms: z.number().int(),
        /** When it was read from end to end; null: that is still to come. */
        checkedAt: Instant.nullable(),
      }).nullable(),
      lastTry: Run.nullable(),
      lastDrill: Run.nullable(),
      /** When the register was put back from a backup; null: it never was, or a backup was tried since. */
      restoredAt: Instant.nullable(),
      /** What speaks against the folder of the vault. */
      risk: PlaceRisk.nullable(),
      /** The last entry of the record is later than the computer's clock: the clock was set back. */
      clockBehind: Instant.nullable(),
    }),
  }),
  /** Fails with `backupFolderInVault`. */
  saveSettings: command({ input: BackupSettings, output: nothing }),
  /** Copies, puts the backup in its place, and then reads all of it. Fails with `backupFolderUnset`, `backupDamaged` or a fault of the disk. */
  make: command({ input: nothing, output: z.object({ name: z.string(), bytes: z.number().int() }) }),
  /**
   * The last one before the register is locked because nobody is there, where they are made by themselves and something is
   * new. Nobody waits for it: how it ended is on record, and in the state.
   */
  beforeLock: command({ input: nothing, output: nothing }),
  /** Restores the newest backup into a folder of its own, reads all of it, and takes it away again. */
  drill: command({ input: nothing, output: z.object({ name: z.string() }) }),
}
