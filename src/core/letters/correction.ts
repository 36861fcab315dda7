import type { Lang } from '../../shared/model/lang.ts'
import { formatDate } from './dates.ts'
import type { LetterInput } from './places.ts'

/** «Настоящее письмо направляется взамен письма от … № …», with which a correction begins. */
export function correctionLine({ number, date }: NonNullable<LetterInput['corrects']>, lang: Lang): string {
  return lang === 'ru'
    ? `Настоящее письмо направляется взамен письма от ${formatDate(date, lang)} № ${number}.`
    : `Осы хат ${formatDate(date, lang, 'attributive')} № ${number} хаттың орнына жіберіледі.`
}
