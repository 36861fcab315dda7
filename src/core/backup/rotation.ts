import { almatyDate } from '../calendar/almaty.ts'
import { addDays, daysBetween } from '../calendar/days.ts'
import type { BackupHealth, BackupSettings } from '../../shared/model/backup.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'

/** Milliseconds since 1970 of a backup. */
type Made = { madeAt: number }

/**
 * Which backups stay: the newest of each of the last days, weeks (from Monday) and months that have any. Days and months
 * without a backup count for nothing, so that a holiday costs none. Those that a clock made which was ahead are counted by
 * themselves: else they would be the newest until their day has come, and cost those that are.
 */
export function keptBackups<T extends Made>(
  backups: readonly T[],
  keep: BackupSettings['keep'],
  now: number,
): Set<T> {
  const isAhead = ({ madeAt }: T): boolean => madeAt > now
  const isNot = (backup: T): boolean => !isAhead(backup)
  return new Set([isNot, isAhead].flatMap((which) => keptOf(backups.filter(which), keep)))
}

function keptOf<T extends Made>(backups: readonly T[], keep: BackupSettings['keep']): T[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt)
  const spans: readonly [number, (day: LocalDate) => string][] = [
    [keep.daily, (day) => day],
    [keep.weekly, mondayOf],
    [keep.monthly, (day) => day.slice(0, 7)],
  ]
  return spans.flatMap(([count, spanOf]) => newestOfEach(newestFirst, count, spanOf))
}

function newestOfEach<T extends Made>(
  newestFirst: readonly T[],
  count: number,
  spanOf: (day: LocalDate) => string,
): T[] {
  const newest = new Map<string, T>()
  for (const backup of newestFirst) {
    const span = spanOf(almatyDate(backup.madeAt))
    if (!newest.has(span) && newest.size < count) newest.set(span, backup)
  }
  return [...newest.values()]
}

/** Older than any backup. */
const someMonday = '2024-01-01' as LocalDate

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -(daysBetween(someMonday, day) % 7))
}

const dayMs = 86_400_000

/** `restored`: the register was put back from a backup, and none was tried since. */
type Tries = {
  lastGoodAt: number | null
  lastFailed: boolean
  lastDrillFailed: boolean
  restored: boolean
  now: number
}

/** What the desk says of the backups. A clock that was set back makes none of them old. */
export function healthOf(
  settings: BackupSettings,
  { lastGoodAt, lastFailed, lastDrillFailed, restored, now }: Tries,
): BackupHealth {
  if (settings.folder === null) return 'unset'
  if (restored) return 'restored'
  if (lastFailed) return 'failed'
  if (lastGoodAt === null) return 'never'
  if (lastDrillFailed) return 'drillFailed'
  return now - lastGoodAt > settings.warnAfterDays * dayMs ? 'old' : 'good'
}
