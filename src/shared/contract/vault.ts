import { z } from 'zod'
import { requiredLine } from '../model/case.ts'
import { FolderPath, PlaceRisk } from '../model/backup.ts'
import { Instant } from '../model/ids.ts'
import { Passphrase, Role, SlotKind } from '../model/key.ts'
import { command, query } from './call.ts'

const passphrase = Passphrase
const nothing = z.object({})

export const vault = {
  status: query({
    input: nothing,
    output: z.object({
      state: z.enum(['absent', 'locked', 'open']),
      folder: z.string(),
      /** What speaks against that folder. */
      risk: PlaceRisk.nullable(),
      /** The name the unlocked officer works under. */
      officer: z.string().nullable(),
      role: Role.nullable(),
      /** What opened the vault. After a recovery code a new passphrase is due. */
      openedBy: SlotKind.nullable(),
      /** Ways to open it besides a passphrase; the keychain is this computer’s. */
      ways: z.object({ recovery: z.boolean(), keychain: z.boolean() }),
    }),
    whenLocked: true,
  }),
  /** How hard a passphrase is to guess: 0 (at once) to 4 (very hard). */
  ratePassphrase: query({
    input: z.object({ passphrase }),
    output: z.object({
      score: z.number().int().min(0).max(4),
      accepted: z.boolean(),
      minLength: z.number().int(),
    }),
    whenLocked: true,
  }),
  create: command({
    input: z.object({ passphrase, officer: requiredLine }),
    output: nothing,
    whenLocked: true,
  }),
  unlock: command({ input: z.object({ passphrase }), output: nothing, whenLocked: true }),
  /** The code as it was typed from the printed sheet. */
  unlockByCode: command({
    input: z.object({ code: z.string().max(200) }),
    output: nothing,
    whenLocked: true,
  }),
  unlockByKeychain: command({ input: nothing, output: nothing, whenLocked: true }),
  /** The backups in a folder, newest first; a folder that is itself a backup or a vault is one. Fails with `backupAbsent`. */
  backupsIn: query({
    input: z.object({ folder: FolderPath }),
    output: z.object({
      backups: z.array(
        z.object({
          path: z.string(),
          name: z.string(),
          madeAt: Instant.nullable(),
          bytes: z.number().int(),
          /** Made by a newer program than this one: it can't be restored here. */
          newer: z.boolean(),
          hasCode: z.boolean(),
        }),
      ),
    }),
    whenLocked: true,
  }),
  /**
   * Puts a backup in the place of the vault and opens it; the vault that stood there is kept beside. Fails with
   * `backupDamaged`, `backupNewer`, `passphraseWrong`, `recoveryCodeWrong` or a fault of the disk, and changes nothing then.
   */
  restore: command({
    input: z.object({
      path: FolderPath,
      secret: z.object({ kind: z.enum(['passphrase', 'recovery']), typed: Passphrase }),
    }),
    output: nothing,
    whenLocked: true,
  }),
  /**
   * Whether a lock now would cut something off or hold up the next unlocking: a message on its way, long work, a backup.
   * Nobody locks by idleness meanwhile.
   */
  busy: query({ input: nothing, output: z.object({ busy: z.boolean() }) }),
  lock: command({ input: nothing, output: nothing, whenLocked: true, forAuditor: true }),
}
