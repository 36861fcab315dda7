import type { CaseKind } from '../../shared/model/case.ts'

/** Series of incoming numbers, by the Russian name of the kind. */
const series: Record<CaseKind, string> = {
  access: 'ДС', // доступ
  rectification: 'ИЗ', // изменение
  blocking: 'БЛ', // блокирование
  destruction: 'УН', // уничтожение
  withdrawal: 'ОС', // отзыв согласия
  optout: 'ОР', // отказ от рассылки
  claim: 'ПР', // претензия
  question: 'ВП', // вопрос, предложение
  authority: 'УО', // уполномоченный орган
}

/** Outgoing letters have one series, and no code: «Исх. №» and «Шығ. №» say it in either language. */
export const outgoingSeries = ''

/** Internal documents have a series of their own: акт об уничтожении. */
export const actSeries = 'АУ'

/** Acts by which the register destroys or anonymises cases of its own. */
export const retentionSeries = 'АХ'

export function seriesOf(kind: CaseKind): string {
  return series[kind]
}

/** A number of the journal: series, year, and place in that series and year. `ДС-2026-0007`; outgoing `2026-0007`. */
export function journalNumber(seriesCode: string, year: number, place: number): string {
  const number = `${year}-${String(place).padStart(4, '0')}`
  return seriesCode === '' ? number : `${seriesCode}-${number}`
}
