import { z } from 'zod'
import { limits } from '../model/case.ts'
import { Bytes, Instant } from '../model/ids.ts'
import { KeyFileFault, Passphrase, Role, SlotKind } from '../model/key.ts'
import { command, query } from './call.ts'

const nothing = z.object({})
const SlotId = z.string().min(1).max(100)

/** A code that is shown once: it is in no file of the program, and `sheet` is made to be printed or saved at once. */
const NewCode = z.object({ code: z.string(), sheet: z.object({ name: z.string(), bytes: Bytes }) })

/** The ways to the data key of the open vault. The secrets themselves cross the wire inwards only, but for a new code. */
export const keys = {
  list: query({
    input: nothing,
    output: z.object({
      slots: z.array(
        z.object({
          id: SlotId,
          kind: SlotKind,
          officer: z.string(),
          role: Role,
          madeAt: Instant.nullable(),
          /** It opened the vault this time. */
          current: z.boolean(),
        }),
      ),
      /** Whether this computer has a keychain to lean on. */
      keychainHere: z.boolean(),
    }),
  }),
  /**
   * What was last wrong with the key file since the vault was opened. `putBack`: the program wrote it anew; else it still
   * can't, and nothing but a backup would open the register after a lock.
   */
  file: query({
    input: nothing,
    output: z.object({
      told: z.object({ fault: KeyFileFault, at: Instant, putBack: z.boolean() }).nullable(),
    }),
  }),
  /** `current` is not asked for after a recovery code. Fails with `passphraseWrong` or `passphraseWeak`. */
  changePassphrase: command({
    input: z.object({ current: Passphrase, next: Passphrase }),
    output: nothing,
    forAuditor: true,
  }),
  /** A new code; the one before it opens nothing any more. */
  makeRecoveryCode: command({ input: z.object({ passphrase: Passphrase }), output: NewCode }),
  /**
   * A key of their own for an officer or an auditor, who types the passphrase; `current` is that of who gives it. Fails with
   * `keyHeld`, `codeHeld`, `passphraseWeak` or `passphraseWrong`.
   */
  add: command({
    input: z.object({
      name: z.string().trim().min(1).max(limits.name),
      role: Role,
      passphrase: Passphrase,
      current: Passphrase,
    }),
    output: nothing,
  }),
  /** `passphrase` is that of who removes. Fails with `lastKey`, `ownKey` or `passphraseWrong`. */
  remove: command({ input: z.object({ id: SlotId, passphrase: Passphrase }), output: nothing }),
  /**
   * Encrypts the whole register by a new data key, after which only the passphrase of who asks opens it: the others, the
   * code and the keychain are made anew. Tells how far it is as the task `rekey`; cut off, it has not happened.
   */
  rekey: command({ input: z.object({ passphrase: Passphrase }), output: nothing, whenLocked: true }),
  /** Lets this computer's keychain open the vault in the name of who works now. */
  connectKeychain: command({ input: z.object({ passphrase: Passphrase }), output: nothing }),
}
