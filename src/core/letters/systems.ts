import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import type { Deed, Finding } from '../../shared/model/execution.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { formatDate } from './dates.ts'

/** What was found and done in one system, as letters tell it. */
export type LetterSystem = {
  title: Bilingual
  found: Finding
  categories: readonly Bilingual[]
  data: string
  deed: Deed | null
  deedOn: LocalDate | null
  deedMethod: string
  /** Name and position of who did it. */
  deedBy: string
  /** Where the deed can be checked. */
  proof: string
}

const deeds: Record<Deed, Bilingual> = {
  disclosed: { ru: 'сведения предоставлены', kk: 'мәліметтер берілді' },
  rectified: { ru: 'данные изменены', kk: 'деректер өзгертілді' },
  blocked: { ru: 'данные заблокированы', kk: 'деректер бұғатталды' },
  processingStopped: { ru: 'обработка прекращена', kk: 'өңдеу тоқтатылды' },
  anonymised: { ru: 'данные обезличены', kk: 'деректер иесіздендірілді' },
  destroyed: { ru: 'данные уничтожены', kk: 'деректер жойылды' },
  kept: {
    ru: 'данные сохранены, поскольку их хранения требует закон',
    kk: 'деректер сақталды, өйткені оларды сақтауды заң талап етеді',
  },
}

const doer: Bilingual = { ru: 'исполнитель', kk: 'орындаушы' }

/** «CRM: контактные данные (телефон)», a line a system where data were found. */
export function linesOfFindings(systems: readonly LetterSystem[], lang: Lang): string[] {
  return systems
    .filter(({ found }) => found === 'found')
    .map(({ title, categories, data }) => {
      const what = categories.map((category) => category[lang]).join('; ')
      const exactly = data && what ? `${what} (${data})` : what || data
      return exactly ? `${title[lang]}: ${exactly}` : title[lang]
    })
}

/** «CRM: данные уничтожены 12 ноября 2026 года (стёрты из базы)», a line a system where something was done. */
export function linesOfDeeds(systems: readonly LetterSystem[], lang: Lang): string[] {
  return systems.flatMap((system) => lineOfDeed(system, lang) ?? [])
}

/** What an act tells: what was destroyed or anonymised, by categories alone, where, when, how and by whom, and the proof. */
export function linesOfDestruction(systems: readonly LetterSystem[], lang: Lang): string[] {
  return systems
    .filter(({ deed }) => deed === 'destroyed' || deed === 'anonymised')
    .flatMap((system) => {
      const categories = system.categories.map((category) => category[lang]).join('; ')
      const by = system.deedBy && `${doer[lang]}: ${system.deedBy}`
      const parts = [lineOfDeed(system, lang), categories, by, system.proof]
      return parts.filter(Boolean).join('; ')
    })
}

/** Systems whose data the law keeps. */
export function linesOfKeeping(systems: readonly LetterSystem[], lang: Lang): string[] {
  return systems.filter(({ deed }) => deed === 'kept').map(({ title }) => title[lang])
}

function lineOfDeed({ title, deed, deedOn, deedMethod }: LetterSystem, lang: Lang): string | null {
  if (deed === null) return null
  const on = deedOn === null ? '' : formatDate(deedOn, lang, lang === 'ru' ? 'inline' : 'locative')
  const done = lang === 'ru' ? [deeds[deed].ru, on] : [on, deeds[deed].kk]
  const how = deedMethod === '' ? '' : ` (${deedMethod})`
  return `${title[lang]}: ${done.filter(Boolean).join(' ')}${how}`
}
