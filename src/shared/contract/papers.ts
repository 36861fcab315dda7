import { z } from 'zod'
import { Bytes } from '../model/ids.ts'
import { LetterLang } from '../model/lang.ts'
import { PaperId, PaperTexts } from '../model/paper.ts'
import { command, query } from './call.ts'
import { Difference } from './letters.ts'
import { TextVersion } from './templates.ts'

const id = PaperId
const revision = z.number().int().nonnegative()

/** The words of the office's own papers, which a lawyer may change as those of letters. */
export const papers = {
  list: query({
    input: z.object({}),
    output: z.object({ papers: z.array(z.object({ id, revision, changed: z.boolean() })) }),
  }),
  read: query({
    input: z.object({ id }),
    output: z.object({
      texts: PaperTexts,
      /** Those of the pack, by which a line is known. */
      original: PaperTexts,
      changed: z.boolean(),
      versions: z.array(TextVersion),
    }),
  }),
  /** The texts of one of the versions; 0: the pack's own. Fails with `templateUnknown`. */
  version: query({ input: z.object({ id, revision }), output: z.object({ texts: PaperTexts }) }),
  /** The paper about cases that never were, and the lines, counted from 1, in which the languages tell different facts. */
  preview: query({
    input: z.object({ id, texts: PaperTexts, lang: LetterLang }),
    output: z.object({ pdf: Bytes, sha256: z.string(), differences: z.array(Difference) }),
  }),
  /** `templateInvalid`: a line is missing or strange. `letterLanguagesDiffer`: the differences have to be accepted first. */
  save: command({
    input: z.object({ id, texts: PaperTexts, acceptDifferences: z.literal(true).optional() }),
    output: z.object({ revision }),
  }),
  /** Back to the words of the pack. */
  restore: command({ input: z.object({ id }), output: z.object({ revision }) }),
}
