import { z } from 'zod'
import { Bytes } from '../model/ids.ts'
import { LetterLang, Trilingual } from '../model/lang.ts'
import { LetterField, LetterText } from '../model/letter.ts'
import { command, query } from './call.ts'
import { Difference } from './letters.ts'

const id = z.string().max(100)
const Texts = z.object({ ru: LetterText, kk: LetterText })
export const TextVersion = z.object({
  revision: z.number().int(),
  officer: z.string(),
  at: z.string(),
  /** The text of the pack was brought back. */
  original: z.boolean(),
})
export type TextVersion = z.infer<typeof TextVersion>

/** The texts of letters, which a lawyer may change: each change is a version, and issued letters keep theirs. */
export const templates = {
  list: query({
    input: z.object({}),
    output: z.object({
      templates: z.array(
        z.object({ id, title: Trilingual, revision: z.number().int(), changed: z.boolean() }),
      ),
    }),
  }),
  read: query({
    input: z.object({ id }),
    output: z.object({
      texts: Texts,
      changed: z.boolean(),
      versions: z.array(TextVersion),
      /** What the officer fills in, which has places of its own in the text. */
      fields: z.array(LetterField.pick({ id: true, title: true })),
    }),
  }),
  /** The texts of one of the versions; 0: the pack's own. Fails with `templateUnknown`. */
  version: query({
    input: z.object({ id, revision: z.number().int().nonnegative() }),
    output: z.object({ texts: Texts }),
  }),
  /** Facts in which the languages differ, and the letter about a sample case. `templateInvalid` as on saving. */
  preview: query({
    input: z.object({ id, texts: Texts, lang: LetterLang }),
    output: z.object({ pdf: Bytes, sha256: z.string(), differences: z.array(Difference) }),
  }),
  /** `templateInvalid`: what is wrong. `letterLanguagesDiffer`: the differences have to be accepted first. */
  save: command({
    input: z.object({ id, texts: Texts, acceptDifferences: z.literal(true).optional() }),
    output: z.object({ revision: z.number().int() }),
  }),
  /** Back to the text of the pack. */
  restore: command({ input: z.object({ id }), output: z.object({ revision: z.number().int() }) }),
}
