import { z } from 'zod'
import { Bytes } from '../model/ids.ts'
import { command, query } from './call.ts'

/** What only the shell can do. It holds no case and reads no file by itself. */
export const desktop = {
  about: query({
    input: z.object({}),
    output: z.object({ version: z.string(), electron: z.string() }),
    whenLocked: true,
  }),
  /** Asks where, then writes. `saved` is false when the officer cancelled. */
  saveFile: command({
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes }),
    output: z.object({ saved: z.boolean() }),
  }),
}
