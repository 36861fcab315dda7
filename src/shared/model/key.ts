import { z } from 'zod'

/** An officer works; an auditor reads, verifies and exports. */
export const Role = z.enum(['officer', 'auditor'])
export type Role = z.infer<typeof Role>

/** A way to the data key of a vault. */
export const SlotKind = z.enum(['passphrase', 'recovery', 'keychain'])
export type SlotKind = z.infer<typeof SlotKind>

/** A passphrase as it is typed; how strong it must be the engine judges. */
export const Passphrase = z.string().max(1_000)
