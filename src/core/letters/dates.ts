import type { Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'

/**
 * How a date is written in a letter. Russian has one form for all the cases that letters need (the genitive);
 * Kazakh puts the case ending on the month: `attributive` «қарашадағы», `locative` «қарашада»,
 * `dative` «қарашаға», `ablative` «қарашадан».
 */
export const dateForms = [
  'inline',
  'quoted',
  'numeric',
  'attributive',
  'quotedAttributive',
  'locative',
  'dative',
  'ablative',
] as const
export type DateForm = (typeof dateForms)[number]

export const russianMonths = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

type KazakhMonth = { plain: string; locative: string; dative: string; ablative: string }

/** Endings follow vowel harmony and the last sound of each month, so they are written out. */
const kazakhMonths: readonly KazakhMonth[] = [
  { plain: 'қаңтар', locative: 'қаңтарда', dative: 'қаңтарға', ablative: 'қаңтардан' },
  { plain: 'ақпан', locative: 'ақпанда', dative: 'ақпанға', ablative: 'ақпаннан' },
  { plain: 'наурыз', locative: 'наурызда', dative: 'наурызға', ablative: 'наурыздан' },
  { plain: 'сәуір', locative: 'сәуірде', dative: 'сәуірге', ablative: 'сәуірден' },
  { plain: 'мамыр', locative: 'мамырда', dative: 'мамырға', ablative: 'мамырдан' },
  { plain: 'маусым', locative: 'маусымда', dative: 'маусымға', ablative: 'маусымнан' },
  { plain: 'шілде', locative: 'шілдеде', dative: 'шілдеге', ablative: 'шілдеден' },
  { plain: 'тамыз', locative: 'тамызда', dative: 'тамызға', ablative: 'тамыздан' },
  { plain: 'қыркүйек', locative: 'қыркүйекте', dative: 'қыркүйекке', ablative: 'қыркүйектен' },
  { plain: 'қазан', locative: 'қазанда', dative: 'қазанға', ablative: 'қазаннан' },
  { plain: 'қараша', locative: 'қарашада', dative: 'қарашаға', ablative: 'қарашадан' },
  { plain: 'желтоқсан', locative: 'желтоқсанда', dative: 'желтоқсанға', ablative: 'желтоқсаннан' },
]

/** What every form of a month begins with. */
export const kazakhMonthStems: readonly string[] = kazakhMonths.map(({ plain }) => plain)

/** A civil date in the words of a letter, without `Intl`: Chromium has no Kazakh data. */
export function formatDate(date: LocalDate, lang: Lang, form: DateForm = 'inline'): string {
  if (form === 'numeric') return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
  return lang === 'ru' ? russianDate(date, form) : kazakhDate(date, form)
}

function russianDate(date: LocalDate, form: DateForm): string {
  const month = russianMonths[Number(date.slice(5, 7)) - 1]
  return `${dayOf(date, form)} ${month} ${date.slice(0, 4)} года`
}

function kazakhDate(date: LocalDate, form: DateForm): string {
  const month = kazakhMonths[Number(date.slice(5, 7)) - 1]
  if (!month) throw new RangeError('not a month')
  return `${date.slice(0, 4)} жылғы ${dayOf(date, form)} ${kazakhEnding(month, form)}`
}

function kazakhEnding(month: KazakhMonth, form: DateForm): string {
  switch (form) {
    case 'attributive':
    case 'quotedAttributive':
      // The attributive is the locative with -ғы or -гі, by the harmony of its own last vowel.
      return month.locative.endsWith('а') ? `${month.locative}ғы` : `${month.locative}гі`
    case 'locative':
      return month.locative
    case 'dative':
      return month.dative
    case 'ablative':
      return month.ablative
    case 'inline':
    case 'quoted':
    case 'numeric':
      return month.plain
  }
}

function dayOf(date: LocalDate, form: DateForm): string {
  const day = date.slice(8, 10)
  return form === 'quoted' || form === 'quotedAttributive' ? `«${day}»` : String(Number(day))
}
