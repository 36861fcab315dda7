import { z } from 'zod'

/** Languages of letters and of people who write to us (ISO 639-1). */
export const Lang = z.enum(['ru', 'kk'])
export type Lang = z.infer<typeof Lang>

/** Of one letter: in one language, or in both with Kazakh leading. */
export const LetterLang = z.enum(['ru', 'kk', 'both'])
export type LetterLang = z.infer<typeof LetterLang>

/** Languages of the desk. */
export const UiLang = z.enum(['ru', 'kk', 'en'])
export type UiLang = z.infer<typeof UiLang>

/** A text of a pack in both languages of letters. */
export const Bilingual = z.object({ ru: z.string().min(1), kk: z.string().min(1) })
export type Bilingual = z.infer<typeof Bilingual>

/** A text of a pack in the three languages of the desk. */
export const Trilingual = Bilingual.extend({ en: z.string().min(1) })
export type Trilingual = z.infer<typeof Trilingual>
