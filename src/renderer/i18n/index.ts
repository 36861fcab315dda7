import { createContext, use } from 'react'
import type { Lang, UiLang } from '../../shared/model/lang.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

/** Russian is the shape: a text that another language lacks does not compile. */
export type Texts = typeof ru

const catalogues: Record<UiLang, Texts> = { ru, kk, en }

export function textsOf(lang: UiLang): Texts {
  return catalogues[lang]
}

const TextsContext = createContext<Texts>(ru)
export const TextsProvider = TextsContext

export function useTexts(): Texts {
  return use(TextsContext)
}

/** A text of a pack in the language of the desk; what is in the two languages of letters falls back to Russian. */
export function useOf(): (text: Record<Lang, string> & { en?: string }) => string {
  const { lang } = useTexts()
  return (text) => text[lang] ?? text.ru
}
