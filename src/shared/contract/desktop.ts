import { z } from 'zod'
import { LeavingPaper } from '../model/audit.ts'
import { Bytes } from '../model/ids.ts'
import { Licence } from '../model/licence.ts'
import { Protection } from '../model/protection.ts'
import { command, query } from './call.ts'

/** What only the shell can do. It holds no case and reads no file by itself. */
export const desktop = {
  about: query({
    input: z.object({}),
    output: z.object({ version: z.string(), electron: z.string() }),
    whenLocked: true,
  }),
  /** Packages of others that the program is made with, by name. */
  licences: query({
    input: z.object({}),
    output: z.object({ licences: z.array(Licence) }),
    whenLocked: true,
  }),
  /**
   * Asks where, then writes. `saved` is false when the officer cancelled. `paper`: what the record says before it is written;
   * null: it tells of nobody, or is on record since it was made.
   */
  saveFile: command({
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes, paper: LeavingPaper.nullable() }),
    output: z.object({ saved: z.boolean() }),
  }),
  /** Asks for a folder; null where the officer cancelled. */
  pickFolder: command({
    input: z.object({ title: z.string().min(1).max(200) }),
    output: z.object({ folder: z.string().nullable() }),
    whenLocked: true,
  }),
  /** Shows a notification of the desktop; a click on it brings the day sheet. It holds nothing personal. */
  notify: command({
    input: z.object({ title: z.string().min(1).max(100), body: z.string().max(300) }),
    output: z.object({}),
  }),
  /** Text of the desk lies in the clipboard now: it goes after so many seconds and when the vault is locked. */
  noteCopied: command({
    input: z.object({ clearAfterSeconds: Protection.shape.clearClipboardAfterSeconds }),
    output: z.object({}),
    whenLocked: true,
  }),
  /** The mark on the tray, and the words of its menu; null takes it away, and so does the lock. */
  badge: command({
    input: z.object({
      count: z.number().int().nonnegative(),
      tray: z
        .object({ tooltip: z.string().max(120), open: z.string(), lock: z.string(), quit: z.string() })
        .nullable(),
    }),
    output: z.object({}),
  }),
}
