import type { LocalDate } from '../../shared/model/local-date.ts'
import { addDays } from '../calendar/days.ts'

/** A due date for a calendar program. `summary` holds no personal data: it leaves the vault. */
export type DueEvent = {
  uid: string
  on: LocalDate
  summary: string
  /** Minutes from the midnight that begins the due date to the alarm; negative where it comes before. */
  alarmMinutes: number | null
}

/** Due dates as iCalendar (RFC 5545), all-day events. A later export replaces what an earlier one said. */
export function writeCalendar(name: string, events: readonly DueEvent[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhauap//Due dates//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines({ uid, on, summary, alarmMinutes }: DueEvent, now: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `SEQUENCE:${Math.floor(now / 60_000)}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(on, 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    'TRANSP:TRANSPARENT',
    ...(alarmMinutes === null ? [] : alarmLines(summary, alarmMinutes)),
    'END:VEVENT',
  ]
}

function alarmLines(summary: string, minutes: number): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`,
    'END:VALARM',
  ]
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}

/** No line is longer than 75 octets of UTF-8, and no character is cut (RFC 5545, 3.1). */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Size(character.codePointAt(0) ?? 0)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function utf8Size(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x8_00) return 2
  return codePoint < 0x1_00_00 ? 3 : 4
}
