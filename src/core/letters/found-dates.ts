import { kazakhMonthStems, russianMonths } from './dates.ts'

const day = String.raw`[«"]?(\d{1,2})[»"]?`
const russian = new RegExp(String.raw`${day}\s+(${russianMonths.join('|')})\s+(\d{4})(?:\s+года)?`, 'giu')
const kazakh = new RegExp(
  String.raw`(\d{4})\s+жыл\p{L}*\s+${day}\s+(${kazakhMonthStems.join('|')})\p{L}*`,
  'giu',
)
const numeric = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])/gu

/** The civil dates that a text names in words or figures, in the order of their forms. */
export function datesIn(text: string): string[] {
  return [
    ...[...text.matchAll(russian)].map(([, d, month, year]) => civil(year, monthIn(russianMonths, month), d)),
    ...[...text.matchAll(kazakh)].map(([, year, d, month]) =>
      civil(year, monthIn(kazakhMonthStems, month), d),
    ),
    ...[...text.matchAll(numeric)].map(([, d, month, year]) => civil(year, Number(month), d)),
  ]
}

export function removeDates(text: string): string {
  return text.replace(russian, ' ').replace(kazakh, ' ').replace(numeric, ' ')
}

function monthIn(months: readonly string[], name: string | undefined): number {
  return months.indexOf((name ?? '').toLowerCase()) + 1
}

function civil(year: string | undefined, month: number, dayOfMonth: string | undefined): string {
  return `${year}-${String(month).padStart(2, '0')}-${(dayOfMonth ?? '').padStart(2, '0')}`
}
