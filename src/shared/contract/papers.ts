import { z } from 'zod'
import { Bytes } from '../model/ids.ts'
import { LetterLang } from '../model/lang.ts'
import { PaperId, PaperTexts } from '../model/paper.ts'
import { command, query } from './call.ts'
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
  /** The paper about cases that never were. */
  preview: query({
    input: z.object({ id, texts: PaperTexts, lang: LetterLang }),
    output: z.object({ pdf: Bytes, sha256: z.string() }),
  }),
  /** Fails with `templateInvalid` where a line is missing or strange. */
  save: command({ input: z.object({ id, texts: PaperTexts }), output: z.object({ revision }) }),
  /** Back to the words of the pack. */
  restore: command({ input: z.object({ id }), output: z.object({ revision }) }),
}
