import { z } from 'zod'

/** What guards an open register from whoever comes by. */
export const Protection = z.object({
  /** Minutes without a key or a movement in the window after which the vault is locked; null: never by itself. */
  idleMinutes: z.number().int().min(1).max(240).nullable(),
  /** Lock with the screen of the computer, and before it sleeps. */
  onScreenLock: z.boolean(),
  /** The window is left out of screenshots and shared screens, where the system can do that. */
  hideFromCapture: z.boolean(),
  /** Seconds after which what was copied in the desk leaves the clipboard; null: it stays. */
  clearClipboardAfterSeconds: z.number().int().min(5).max(3_600).nullable(),
  /** Whether notifications name the numbers of cases. They never name a person. */
  numbersInNotices: z.boolean(),
})
export type Protection = z.infer<typeof Protection>

export const firstProtection: Protection = {
  idleMinutes: 15,
  onScreenLock: true,
  hideFromCapture: false,
  clearClipboardAfterSeconds: 60,
  numbersInNotices: true,
}
