const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Obsolete zone names (RFC 5322 section 4.3), hours from UTC. */
const namedZones = new Map([
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['Z', 0],
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
])
const minuteMs = 60_000
const dateTime =
  /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Za-z]{1,3})(?![A-Za-z\d])/

/**
 * The moment a `Date` or `Received` header names, in milliseconds since 1970 UTC (RFC 5322 section 3.3).
 * Null where it cannot be read or has no zone: a date without a zone would be a guess.
 */
export function parseMailDate(text: string): number | null {
  const match = dateTime.exec(text.slice(-500))
  if (!match) return null
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '0', zone = ''] = match
  const month = months.indexOf(monthName.toLowerCase())
  const offsetMinutes = zoneOffset(zone)
  if (month < 0 || offsetMinutes === null || !isClockTime(+hour, +minute, +second)) return null
  const civil = Date.UTC(fullYear(year), month, +day, +hour, +minute, Math.min(+second, 59))
  return isSameDay(civil, +day) ? civil - offsetMinutes * minuteMs : null
}

/** The date at the end of a `Received` header, behind its last semicolon (RFC 5321 section 4.4). */
export function parseReceivedDate(header: string): number | null {
  return parseMailDate(header.slice(header.lastIndexOf(';') + 1))
}

/** Minutes east of UTC; null where the zone is unknown or impossible. */
function zoneOffset(zone: string): number | null {
  const digits = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (!digits) {
    const hours = namedZones.get(zone.toUpperCase())
    return hours === undefined ? null : hours * 60
  }
  const [, sign, hours = '', minutes = ''] = digits
  if (+hours > 14 || +minutes > 59) return null
  return (sign === '-' ? -1 : 1) * (+hours * 60 + +minutes)
}

/** Two digits: 00–49 are of this century, the others of the last one (RFC 5322 section 4.3). */
function fullYear(year: string): number {
  if (year.length > 2) return +year
  return +year < 50 ? 2000 + +year : 1900 + +year
}

function isClockTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second <= 60
}

/** False for 31 November, which `Date.UTC` would call 1 December. */
function isSameDay(epochMs: number, day: number): boolean {
  return new Date(epochMs).getUTCDate() === day
}
