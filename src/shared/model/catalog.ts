import { z } from 'zod'
import { CaseKind } from './case.ts'
import { Bilingual, Trilingual } from './lang.ts'

export const CatalogEntry = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  title: Bilingual,
  basis: z.string(),
})
export type CatalogEntry = z.infer<typeof CatalogEntry>

/** Lists the officer chooses from: categories of data (policy cl. 15), purposes (cl. 21), systems, sites. */
export const Catalog = z.object({
  id: z.enum(['categories', 'purposes', 'systems', 'sites']),
  source: z.string().min(1),
  entries: z.array(CatalogEntry).min(1),
})
export type Catalog = z.infer<typeof Catalog>

export const RefusalGround = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  kinds: z.array(CaseKind).min(1),
  /** Of a refusal before the identity is verified: `only` then, or `also` then; absent: only once it is verified. */
  beforeVerification: z.enum(['only', 'also']).optional(),
  /** Short, for the list of grounds. */
  title: Trilingual,
  /** A whole sentence, for the letter. */
  sentence: Bilingual,
  basis: Bilingual,
})
export type RefusalGround = z.infer<typeof RefusalGround>

export const RefusalGrounds = z.object({ source: z.string().min(1), grounds: z.array(RefusalGround).min(1) })
