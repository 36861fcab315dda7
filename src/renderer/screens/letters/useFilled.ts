import type { Output } from '../../../shared/contract/index.ts'
import type { Lang, LetterLang } from '../../../shared/model/lang.ts'
import type { LetterMeta } from '../../../shared/model/letter.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import {
  fillIn,
  isEmptyBody,
  langsOf,
  type LetterValues,
  type LetterWork,
  missingFields,
} from './letterDraft.ts'

export type Filled = {
  langs: readonly Lang[]
  values: LetterValues
  /** Names of what has to be filled in yet, the first one first. */
  missing: readonly string[]
  /** A name that says which language it is about, where the letter has two. */
  inLang: (name: string, lang: Lang) => string
}

/** What stands in every field of a letter, and what is missing. */
export function useFilled(
  { fields }: LetterMeta,
  lang: LetterLang,
  known: Output<'letters.available'>['known'],
  work: LetterWork,
): Filled {
  const { letters, words } = useTexts()
  const of = useOf()
  const langs = langsOf(lang)
  const values: LetterValues = Object.fromEntries(
    langs.map((each) => [each, fillIn(fields, each, known, work)]),
  )
  const inLang = (name: string, each: Lang): string =>
    langs.length > 1 ? `${name} (${words.letterLangs[each]})` : name
  const empty = langs.filter((each) => {
    const body = work.bodies[each]
    return body !== undefined && isEmptyBody(body)
  })
  const missing = [
    ...missingFields(fields, values, langs).map(({ field, lang: each }) => inLang(of(field.title), each)),
    ...empty.map((each) => inLang(letters.editor.title, each)),
  ]
  return { langs, values, missing, inLang }
}
