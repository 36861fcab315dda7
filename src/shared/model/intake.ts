import { z } from 'zod'
import { CaseKind } from './case.ts'

/**
 * Words in their order, each whole or, with `*`, by its stem, up to three other words between them.
 * ё and the Kazakh letters count as their Russian look-alikes.
 */
const signWords = z.string().regex(/^[\p{L}\d]+\*?( [\p{L}\d]+\*?)*$/u)

/** One sign of a kind in what a person wrote. A negative weight speaks against the kind. */
const IntakeSign = z.object({ words: signWords, weight: z.number().int() })

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
