import type { CaseKind } from '../../shared/model/case.ts'

/** Series of incoming numbers: доступ, изменение, отзыв согласия, претензия. */
const series: Record<CaseKind, string> = {
  access: 'ДС',
  rectification: 'ИЗ',
  withdrawal: 'ОС',
  claim: 'ПР',
}

/** Series of outgoing letters. */
export const outgoingSeries = 'ИСХ'

export function seriesOf(kind: CaseKind): string {
  return series[kind]
}

/** A number of the journal, `ДС-2026-0007`: series, year, and place in that series and year. */
export function journalNumber(seriesCode: string, year: number, place: number): string {
  return `${seriesCode}-${year}-${String(place).padStart(4, '0')}`
}
