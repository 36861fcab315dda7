import type { IntakeRules } from '../../shared/model/intake.ts'
import type { Lang } from '../../shared/model/lang.ts'
import { fold, wordsOf } from './words.ts'

const kazakhLetter = /[әғқңөұүһі]/i

/**
 * The language of a text: words with letters that only Kazakh has, and frequent words of either language, vote.
 * Of a bilingual text it is the one with more votes; where nothing votes, Russian.
 */
export function textLanguage(text: string, languageWords: IntakeRules['languageWords']): Lang {
  const russian = new Set(languageWords.ru.map(fold))
  const kazakh = new Set(languageWords.kk.map(fold))
  let votes = 0
  for (const word of wordsOf(text)) {
    if (kazakhLetter.test(text.slice(word.from, word.to)) || kazakh.has(word.folded)) votes += 1
    else if (russian.has(word.folded)) votes -= 1
  }
  return votes > 0 ? 'kk' : 'ru'
}
