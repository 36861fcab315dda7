import { z } from 'zod'
import { CaseKind, CaseStatus, limits, Outcome } from './case.ts'
import { type Lang, Trilingual } from './lang.ts'

/** What the officer fills in or chooses for one letter. */
export const LetterField = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  type: z.enum(['line', 'text', 'date', 'catalog']),
  /** For `catalog`: which list the officer ticks entries of. */
  catalog: z.enum(['categories', 'purposes', 'systems']).optional(),
  required: z.boolean(),
  /** The field is asked for only with these outcomes; absent: always. */
  outcomes: z.array(Outcome).optional(),
  title: Trilingual,
  /** What stands in the field at first, by language of the letter. */
  suggestion: z.object({ ru: z.string(), kk: z.string() }).optional(),
  /** What the register knows already and puts in the field at first, in whatever language it was noted. */
  prefill: z.enum(['reason', 'executedOn', 'executionNote', 'foundCategories']).optional(),
})
export type LetterField = z.infer<typeof LetterField>

/** Where a place of a letter gets its value, and where a wrong one is mended. */
export const PlaceOrigin = z.enum([
  'person',
  'request',
  'decision',
  'systems',
  'clocks',
  'organisation',
  'journal',
])
export type PlaceOrigin = z.infer<typeof PlaceOrigin>

/** `meta.json` of a letter: when it may be written and what it needs. */
export const LetterMeta = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.number().int().positive(),
  title: Trilingual,
  kinds: z.array(CaseKind).min(1),
  statuses: z.array(CaseStatus).min(1),
  /** Null: whatever was decided, or nothing yet. */
  outcomes: z.array(Outcome).nullable(),
  /** Its delivery answers the case. */
  answers: z.boolean(),
  /** It tells what is held of the person, or what was done with it: sent only where the identity is verified. */
  discloses: z.boolean().default(false),
  /** A document of the case's own file, such as an act: it has no addressee, is never sent, and has its own numbers. */
  internal: z.boolean().default(false),
  fields: z.array(LetterField),
  source: z.string().min(1),
})
export type LetterMeta = z.infer<typeof LetterMeta>

/** A block stands in the letter only when all that it names holds. */
const When = z.object({
  outcomes: z.array(Outcome).optional(),
  kinds: z.array(CaseKind).optional(),
  /** A field or list that is not empty. */
  filled: z.string().optional(),
})
export type When = z.infer<typeof When>

/**
 * Text with `{{name}}` places and `**bold**` words, which `core/letters/merge.ts` fills.
 * A date takes a form after a colon: `{{receivedOn:locative}}` (`core/letters/dates.ts`).
 */
export const LetterBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), text: z.string().min(1), when: When.optional() }),
  z.object({ type: z.literal('heading'), text: z.string().min(1), when: When.optional() }),
  z.object({ type: z.literal('list'), items: z.array(z.string().min(1)).min(1), when: When.optional() }),
  /** One item an entry of the list of that name, or a line of the text field of that name. */
  z.object({ type: z.literal('listOf'), name: z.string().min(1), when: When.optional() }),
])
export type LetterBlock = z.infer<typeof LetterBlock>

/** `ru.json` or `kk.json` of a letter. */
export const LetterText = z.object({
  title: z.string().min(1),
  /** Subject and covering text of the e-mail that carries the letter. */
  mailSubject: z.string().min(1),
  mailText: z.string().min(1),
  blocks: z.array(LetterBlock).min(1),
})
export type LetterText = z.infer<typeof LetterText>

export type LetterTemplate = { meta: LetterMeta; texts: Record<Lang, LetterText> }

/** What the officer put into the fields of a letter: a text, a date, or ids of catalog entries. */
export const FieldValues = z.record(
  z.string(),
  z.union([z.string().max(limits.note), z.array(z.string().max(100)).max(200)]),
)
export type FieldValues = z.infer<typeof FieldValues>
