import { z } from 'zod'
import { limits, requiredNote } from '../model/case.ts'
import { CatalogEntry } from '../model/catalog.ts'
import { Bytes, CaseId, LetterId, Sha256 } from '../model/ids.ts'
import { Lang, LetterLang, Trilingual } from '../model/lang.ts'
import { FieldValues, LetterMeta, PlaceOrigin } from '../model/letter.ts'
import { LetterBody } from '../model/letter-body.ts'
import { LocalDate } from '../model/local-date.ts'
import { command, query } from './call.ts'

const addressee = z.string().trim().max(limits.line)
/** A letter as the officer is writing it. */
export const LetterDraft = z.object({
  caseId: CaseId,
  templateId: z.string().max(100),
  lang: LetterLang,
  fields: FieldValues,
  /** Fields told in other words in one of the languages. */
  fieldsIn: z.object({ ru: FieldValues.optional(), kk: FieldValues.optional() }).optional(),
  /** The text as the officer edited it, by language; absent: as the template has it. */
  bodies: z.object({ ru: LetterBody.optional(), kk: LetterBody.optional() }).optional(),
  /** The issued letter of the case that this one takes the place of. */
  corrects: LetterId.optional(),
  /** The person in the dative, by language of the letter; absent: as proposed. */
  addressee: z.object({ ru: addressee.optional(), kk: addressee.optional() }).optional(),
  /** The letter carries the case as JSON (`docs/case-record.md`). */
  withRecord: z.boolean().optional(),
})
export type LetterDraft = z.infer<typeof LetterDraft>

/** A fact that one language of a letter tells and the other does not (`core/letters/parity.ts`). */
export const Difference = z.object({
  kind: z.enum(['blocks', 'dates', 'articles', 'amounts', 'numbers', 'names']),
  block: z.number().int().nonnegative().nullable(),
  ru: z.array(z.string()),
  kk: z.array(z.string()),
})

export const letters = {
  /** Letters that may be written in the case as it stands, with the fields each needs. */
  available: query({
    /** `corrects`: the letter that is to be corrected, whose template alone is offered. */
    input: z.object({ caseId: CaseId, corrects: LetterId.optional() }),
    output: z.object({
      letters: z.array(LetterMeta),
      /** The applicant's language. */
      lang: Lang,
      /** The person in the dative, by language of the letter; empty where the applicant is an organisation alone. */
      addressee: z.object({ ru: z.string(), kk: z.string() }),
      /** What fields with a `prefill` begin with. */
      known: z.object({
        reason: z.string(),
        executedOn: z.string(),
        executionNote: z.string(),
        /** Categories of the data found, for a field of the catalog. */
        foundCategories: z.array(z.string()),
      }),
      /** What the officer left unfinished in the case. */
      draft: LetterDraft.nullable(),
      catalogs: z.object({
        categories: z.array(CatalogEntry),
        purposes: z.array(CatalogEntry),
        systems: z.array(CatalogEntry),
      }),
    }),
    discloses: 'cardOpened',
  }),
  /** What a letter takes from the case, the settings and the journal, and where each of it comes from. */
  sources: query({
    input: LetterDraft.pick({ caseId: true, templateId: true, corrects: true }),
    output: z.object({
      sources: z.array(
        z.object({
          /** `core/letters/places.ts`. */
          place: z.string(),
          origin: PlaceOrigin,
          /** By language of the letter; empty: nothing to fill in. */
          value: z.object({ ru: z.string(), kk: z.string() }),
          /** False: what would tell of it is left out where it is empty. */
          required: z.boolean(),
        }),
      ),
    }),
    discloses: 'cardOpened',
  }),
  /** The letter as a PDF, with the number it gets if it is issued next. These very bytes are issued and sent. */
  preview: query({
    input: LetterDraft,
    output: z.object({
      pdf: Bytes,
      sha256: Sha256,
      number: z.string(),
      date: LocalDate,
      /** Between the languages of a bilingual letter. */
      differences: z.array(Difference),
      /** The text as it stands in the letter. */
      bodies: z.object({ ru: LetterBody.optional(), kk: LetterBody.optional() }),
    }),
    discloses: 'cardOpened',
  }),
  /** What the officer is writing is kept in the register, one draft a case, until it is issued or dropped. */
  saveDraft: command({ input: LetterDraft, output: z.object({}) }),
  dropDraft: command({ input: z.object({ caseId: CaseId }), output: z.object({}) }),
  /**
   * Makes the previewed bytes a letter of the case for ever. `letterPreviewStale`: preview again.
   * `letterLanguagesDiffer`: the officer has to accept the differences first.
   */
  issue: command({
    input: z.object({ sha256: Sha256, acceptDifferences: z.literal(true).optional() }),
    output: z.object({ id: LetterId, number: z.string() }),
  }),
  pdf: query({
    input: z.object({ id: LetterId }),
    output: z.object({ caseId: CaseId, name: z.string(), bytes: Bytes, sha256: Sha256 }),
    discloses: 'letterOpened',
  }),
  /**
   * Whether a file, or the text of a QR code, is a letter of this register. `words`: the text of the PDF without what
   * is no part of it. `sameBytes`: the very file; `sameWords`: it says the same; `different`: it bears the number of a
   * letter and says something else; `unknown`: no letter has its number.
   */
  check: query({
    input: z.union([
      z.object({ pdf: Bytes, words: z.string().max(limits.text) }),
      z.object({ code: z.string().max(limits.line) }),
    ]),
    output: z.object({
      verdict: z.enum(['sameBytes', 'sameWords', 'different', 'unknown']),
      letter: z
        .object({
          id: LetterId,
          caseId: CaseId,
          title: Trilingual,
          lang: LetterLang,
          number: z.string(),
          issuedOn: LocalDate,
          issuedAt: z.string(),
          issuedBy: z.string(),
          sha256: Sha256,
        })
        .nullable(),
    }),
  }),
  /**
   * A letter given by hand or posted. If it answers the case, the case is answered. Fails with `identityNotVerified`
   * where it discloses data, who asks is not verified, and no reason is given.
   */
  handOver: command({
    input: z.object({
      id: LetterId,
      method: z.enum(['inPerson', 'post']),
      on: LocalDate,
      note: z.string().max(500),
      unverifiedReason: requiredNote.optional(),
    }),
    output: z.object({}),
  }),
}
