import { z } from 'zod'
import { DativeWord } from '../model/names.ts'
import { command, query } from './call.ts'

/** The officer's own exceptions to the rules by which names are put into the Russian dative. */
export const names = {
  list: query({ input: z.object({}), output: z.object({ words: z.array(DativeWord) }) }),
  save: command({ input: z.object({ words: z.array(DativeWord).min(1).max(20) }), output: z.object({}) }),
  remove: command({ input: DativeWord.omit({ dative: true }), output: z.object({}) }),
}
