import { z } from 'zod'
import { EvidenceOf } from '../model/evidence.ts'
import { Bytes, Sha256 } from '../model/ids.ts'
import { LetterLang } from '../model/lang.ts'
import { command, query } from './call.ts'
import { TaskId } from './tasks.ts'

/** All that proves how a case went, in one ZIP that checks itself (`verify.html` in it). */
export const evidence = {
  /** What a pack would hold. `bytes`: of letters, messages and files, before the papers are made. */
  preview: query({
    input: z.object({ of: EvidenceOf }),
    output: z.object({ cases: z.number().int(), files: z.number().int(), bytes: z.number().int() }),
  }),
  /** Makes it. It takes personal data out of the register, so that it is on record in every case. */
  make: command({
    input: z.object({ task: TaskId, of: EvidenceOf, lang: LetterLang }),
    output: z.object({
      name: z.string(),
      bytes: Bytes,
      cases: z.number().int(),
      files: z.number().int(),
      /** Of `manifest.json`, for the covering letter. */
      manifestSha256: Sha256,
    }),
    forAuditor: true,
  }),
}
