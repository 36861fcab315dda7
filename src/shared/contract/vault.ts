import { z } from 'zod'
import { requiredLine } from '../model/case.ts'
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
  lock: command({ input: nothing, output: nothing, whenLocked: true, forAuditor: true }),
}
