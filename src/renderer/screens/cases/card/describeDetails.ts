import { changedParts } from '../../../../core/audit/changed-parts.ts'
import type { AuditDetails, AuditEntry } from '../../../../shared/model/audit.ts'
import { Instant } from '../../../../shared/model/ids.ts'
import { almatyMoment, shortDate } from '../../../i18n/dates.ts'
import type { Texts } from '../../../i18n/index.ts'

type Detail = AuditDetails[string]
type Change = Extract<Detail, object>

/** Titles of rules, letters, grounds, systems and categories of data by id. */
type Names = Record<string, string>

/** Words for the values of a detail, where it is a code. */
function tableOf(key: string, texts: Texts): Record<string, string> {
  const { words, execution, keys, settings } = texts
  const tables: Record<string, Record<string, string>> = {
    kind: words.kinds,
    kinds: words.kinds,
    relation: texts.relations.later,
    channel: words.channels,
    channels: words.channels,
    from: words.statuses,
    to: words.statuses,
    statuses: words.statuses,
    state: { ...settings.law.states, ...words.mailStates },
    outcome: { ...words.outcomeResults, ...words.mailStates },
    method: { ...words.methods, ...words.deliveries },
    failure: { ...texts.incoming.mailboxFailures, ...words.sendFailures },
    lang: words.letterLangs,
    langs: words.letterLangs,
    report: texts.incoming.outcomes,
    found: execution.findings,
    foundBefore: execution.findings,
    deed: execution.deeds,
    deedBefore: execution.deeds,
    role: keys.roles,
    key: keys.kinds,
    by: keys.kinds,
    security: words.securities,
    login: settings.mailbox.logins,
    after: settings.mailbox.afters,
    picture: settings.letterhead.names,
    nature: words.natures,
    unit: texts.deadlines.law.units,
    startsOn: words.events,
    endsOn: words.events,
    filter: words.filters,
    gender: texts.templates.names.genders,
  }
  return { ...texts.audit.values, ...tables[key] }
}

/** `answer v1 → 2026-11-26; …` as titles and dates; a rule or letter without a title keeps its id. */
function describeVersioned(text: string, names: Names): string {
  return text
    .split('; ')
    .map((part) => {
      const [name = '', dueOn] = part.split(' → ')
      const id = name.replace(/ v\d+(\.\d+)?$/, '')
      return dueOn ? `${names[id] ?? name} — ${shortDate(dueOn)}` : (names[id] ?? name)
    })
    .join('; ')
}

const versioned: readonly string[] = [
  'clocksStarted',
  'clocksEnded',
  'clocksResumed',
  'clocksReturned',
  'template',
  'rule',
]

function describeValue(key: string, value: string | number, texts: Texts, names: Names): string {
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text)
  if (Instant.safeParse(text).success) return almatyMoment(text)
  if (key === 'sha256') return text.replace(/[0-9a-f]{64}/g, (hash) => `${hash.slice(0, 12)}…`)
  if (versioned.includes(key)) return describeVersioned(text, names)
  const table = { ...names, ...tableOf(key, texts) }
  const wordOf = (code: string): string | undefined => table[`${key}.${code}`] ?? table[code]
  const parts = text.split('; ')
  return parts.every((part) => wordOf(part)) ? parts.map(wordOf).join('; ') : text
}

/** Row ids tell a reader nothing, nor does the day of a deed that was recorded on that very day. */
function isTelling(
  entry: AuditEntry,
  key: string,
  value: Detail,
): value is string | number | NonNullable<Change> {
  if (value === null || value === '' || value === 0 || key === 'id' || key.endsWith('Id')) return false
  return key !== 'on' || typeof value !== 'string' || !almatyMoment(entry.at).startsWith(shortDate(value))
}

/** The name of a detail; of one of many with its number: `block.ru.3`. One unknown here is shown rather than hidden. */
function nameOf(key: string, { audit }: Texts): string {
  const [, many, place] = /^(.+)\.(\d+)$/.exec(key) ?? []
  return many && audit.details[many] ? `${audit.details[many]} ${place}` : (audit.details[key] ?? key)
}

/** The details of a deed, a line each. */
export function describeDetails(entry: AuditEntry, texts: Texts, names: Names): string[] {
  const { from, to, ...rest } = entry.details
  const isMove = typeof from === 'string' && typeof to === 'string'
  const moved = isMove ? [`${say('from', from)} → ${say('to', to)}`] : []

  function say(key: string, value: Detail): string {
    if (typeof value !== 'object' || value === null) return describeValue(key, value ?? '', texts, names)
    const { before, now } = changedParts({ before: say(key, value.before), now: say(key, value.now) })
    return `${before || '—'} → ${now || '—'}`
  }
  const said = Object.entries(isMove ? rest : entry.details).flatMap(([key, value]) =>
    isTelling(entry, key, value) ? [`${nameOf(key, texts)}: ${say(key, value)}`] : [],
  )
  return [...said, ...moved]
}
