import { z } from 'zod'

/** An officer works; an auditor reads, verifies and exports. */
export const Role = z.enum(['officer', 'auditor'])
export type Role = z.infer<typeof Role>

/** A way to the data key of a vault. */
export const SlotKind = z.enum(['passphrase', 'recovery', 'keychain'])
export type SlotKind = z.infer<typeof SlotKind>

/** What was wrong with `keys.json` under an open vault: it was gone, or said other than it was left. */
export const KeyFileFault = z.enum(['absent', 'replaced'])
export type KeyFileFault = z.infer<typeof KeyFileFault>

/** A passphrase as it is typed; how strong it must be the engine judges. */
export const Passphrase = z.string().max(1_000)
