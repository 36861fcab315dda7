import { z } from 'zod'
import { limits } from './case.ts'

export const Gender = z.enum(['male', 'female'])
export type Gender = z.infer<typeof Gender>

/** How one word of a name stands in the Russian dative where the rules of endings fail. Gender null: of whomever. */
export const DativeWord = z.object({
  word: z.string().trim().min(1).max(limits.name),
  gender: Gender.nullable(),
  dative: z.string().trim().min(1).max(limits.name),
})
export type DativeWord = z.infer<typeof DativeWord>

export const DativeWords = z.object({ source: z.string().min(1), words: z.array(DativeWord) })
