import { z } from 'zod'

const count = (most: number): z.ZodNumber => z.number().int().min(0).max(most)

/** The whole path of a folder, as the system's dialog gives it; one that is not would begin wherever the program was started. */
export const FolderPath = z
  .string()
  .max(4_096)
  .regex(/^(\/|\\\\|[A-Za-z]:[\\/])/)

export const BackupSettings = z.object({
  /** Where backups go; null until the officer has chosen. */
  folder: FolderPath.nullable(),
  /** Once a day while one works, and when the program ends. */
  automatic: z.boolean(),
  /** How many of the last days, weeks and months keep their newest backup. */
  keep: z.object({ daily: count(60).min(1), weekly: count(60), monthly: count(120) }),
  warnAfterDays: z.number().int().min(1).max(90),
})
export type BackupSettings = z.infer<typeof BackupSettings>

export const firstBackupSettings: BackupSettings = {
  folder: null,
  automatic: true,
  keep: { daily: 7, weekly: 4, monthly: 12 },
  warnAfterDays: 3,
}

/**
 * `unset`: no folder chosen; `never`: none made yet; `old`: the last good one is older than set; `failed`: the
 * last try; `drillFailed`: the last try to restore one; `restored`: the register was put back from a backup, and none
 * was tried since.
 */
export const BackupHealth = z.enum(['good', 'unset', 'never', 'old', 'failed', 'drillFailed', 'restored'])
export type BackupHealth = z.infer<typeof BackupHealth>

/** Why a folder is a bad place for a register that is written all the time. */
export const PlaceRisk = z.object({ kind: z.enum(['network', 'synchronised']), by: z.string() })
export type PlaceRisk = z.infer<typeof PlaceRisk>
