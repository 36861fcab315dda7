import { almatyTime } from '../../core/calendar/almaty.ts'
import { LocalDate } from '../../shared/model/local-date.ts'

/*
 * Chromium has no Kazakh data, so no Intl here: dates are put together from the catalogue's own tables.
 */

/** `22.11.2026`, the way an officer writes it in any of the three languages. */
export function shortDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}.${month}.${year}`
}

/** `22.11` */
export function dayAndMonth(date: string): string {
  return shortDate(date).slice(0, 5)
}

/** Monday is 0. */
export function weekdayIndex(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** A moment as date and time in Almaty: `22.11.2026, 09:05`. */
export function almatyMoment(instant: string): string {
  const [date = '', time = ''] = almatyTime(Date.parse(instant)).split(' ')
  return `${shortDate(date)}, ${time}`
}

/** Reads `22.11.2026`, `22.11.26`, `22112026` and `2026-11-22`; null where it is no date. */
export function parseTypedDate(typed: string): LocalDate | null {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return asDate(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})[.,/\- ](\d{1,2})[.,/\- ](\d{4}|\d{2})$/.exec(text)
  const plain = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  const found = dotted ?? plain
  return found ? asDate(found[3], found[2], found[1]) : null
}

function asDate(year = '', month = '', day = ''): LocalDate | null {
  const fullYear = year.length === 2 ? `20${year}` : year
  const parsed = LocalDate.safeParse(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}
