import { LocalDate } from '../../shared/model/local-date.ts'

const hourMs = 3_600_000
/**
 * 1 March 2024, 00:00 by the old time: Almaty moved from UTC+6 to UTC+5 and the whole country became one zone
 * (IANA tzdata 2024a, Asia/Almaty).
 */
const oneZoneSinceMs = Date.UTC(2024, 1, 29, 18)

/** The civil date in Asia/Almaty at a moment (milliseconds since 1970 UTC), whatever the workstation's zone. */
export function almatyDate(epochMs: number): LocalDate {
  return LocalDate.parse(almatyClock(epochMs).slice(0, 10))
}

/** Civil date and time in Asia/Almaty, `YYYY-MM-DD HH:MM`. */
export function almatyTime(epochMs: number): string {
  return almatyClock(epochMs).slice(0, 16).replace('T', ' ')
}

/** The moment at which a civil date begins in Asia/Almaty, as UTC. */
export function almatyDayStart(date: LocalDate): string {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const now = midnight - 5 * hourMs
  return new Date(now >= oneZoneSinceMs ? now : midnight - 6 * hourMs).toISOString()
}

function almatyClock(epochMs: number): string {
  const offsetHours = epochMs >= oneZoneSinceMs ? 5 : 6
  return new Date(epochMs + offsetHours * hourMs).toISOString()
}
