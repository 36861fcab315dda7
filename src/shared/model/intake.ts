import { z } from 'zod'
import { CaseKind } from './case.ts'

/**
 * Words in their order, each whole or, with `*`, by its stem, up to three other words between them.
 * ё and the Kazakh letters count as their Russian look-alikes.
 */
const signWords = z.string().regex(/^[\p{L}\d]+\*?( [\p{L}\d]+\*?)*$/u)

/** One sign of a kind in what a person wrote. A negative weight speaks against the kind. */
const IntakeSign = z.object({ words: signWords, weight: z.number().int() })

/** A regular expression, with the flags `i` and `u`. */
const pattern = z.string().refine(isPattern, 'no regular expression')
const patterns = z.array(pattern).min(1)

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'iu').source !== ''
  } catch {
    return false
  }
}

/** What tells who wrote, and how to reach them. */
const PersonSigns = z.object({
  /** «Я, …», «Мен, …»: words after which people give their name. */
  self: z.array(z.string().min(1)).min(1),
  /** Labels of a line that holds the name, and words after which it is signed. */
  nameLabels: patterns,
  partings: patterns,
  /** «ұлы», «қызы»: written apart they still are one part of a name with the word before. */
  kinship: patterns,
  patronymicEndings: patterns,
  familyNameEndings: patterns,
  /** Endings that given names have, too. */
  likelyFamilyNameEndings: patterns,
  /** Words soon before the twelve digits. */
  iinLabels: patterns,
  phones: patterns,
  /** What an address follows, what follows an address, and what no longer belongs to it. */
  addressAfter: patterns,
  addressBefore: patterns,
  addressEnds: patterns,
})
export type PersonSigns = z.infer<typeof PersonSigns>

/** `rules.json` of the intake: how an e-mail is told to be a request of some kind. */
export const IntakeRules = z.object({
  version: z.number().int().positive(),
  source: z.string().min(1),
  /** A sign in the subject counts this many times. */
  subjectFactor: z.number().positive(),
  /** Least weight of a kind that is proposed at all. */
  threshold: z.number().positive(),
  /** The kind must weigh at least this many times the next one. */
  lead: z.number().min(1),
  /** Signs that a person's own data are meant. */
  personalData: z.array(signWords).min(1),
  kinds: z
    .array(z.object({ kind: CaseKind, needsPersonalData: z.boolean(), signs: z.array(IntakeSign).min(1) }))
    .min(1),
  /** Frequent words that tell the language of a text. */
  languageWords: z.object({ ru: z.array(z.string()).min(1), kk: z.array(z.string()).min(1) }),
  person: PersonSigns,
  /** How a message that no person wrote is told: in lower case, by a part of its subject or of its first lines. */
  automatic: z.object({
    /** What stands before the `@` of a mail server's own address. */
    daemons: z.array(z.string()).min(1),
    bounceWords: z.array(z.string()).min(1),
    delayWords: z.array(z.string()).min(1),
    autoReplyWords: z.array(z.string()).min(1),
  }),
  /** Domains of the operator's sites. */
  sites: z.array(z.string()).min(1),
})
export type IntakeRules = z.infer<typeof IntakeRules>
