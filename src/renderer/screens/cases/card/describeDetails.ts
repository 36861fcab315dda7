import type { AuditDetails, AuditEntry } from '../../../../shared/model/audit.ts'
import { almatyMoment, shortDate } from '../../../i18n/dates.ts'
import type { Texts } from '../../../i18n/index.ts'

type Detail = AuditDetails[string]
type Change = Extract<Detail, object>

/** Titles of rules, letters and grounds by id. */
type Names = Record<string, string>

/** Words for the values of a detail, where it is a code. */
function tableOf(key: string, texts: Texts): Record<string, string> {
  const { words } = texts
  const tables: Record<string, Record<string, string>> = {
    kind: words.kinds,
    relation: texts.relations.later,
    channel: words.channels,
    from: words.statuses,
    to: words.statuses,
    outcome: { ...words.outcomeResults, ...words.mailStates },
    method: { ...words.methods, ...words.deliveries },
    failure: words.sendFailures,
    lang: words.letterLangs,
    report: texts.incoming.outcomes,
  }
  return tables[key] ?? {}
}

/** `answer v1 → 2026-11-26; …` as titles and dates; a rule or letter without a title keeps its id. */
function describeVersioned(text: string, names: Names): string {
  return text
    .split('; ')
    .map((part) => {
      const [name = '', dueOn] = part.split(' → ')
      const id = name.replace(/ v\d+$/, '')
      return dueOn ? `${names[id] ?? name} — ${shortDate(dueOn)}` : (names[id] ?? name)
    })
    .join('; ')
}

function describeValue(key: string, value: string | number, texts: Texts, names: Names): string {
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text)
  if (key === 'sha256') return text.replace(/[0-9a-f]{64}/g, (hash) => `${hash.slice(0, 12)}…`)
  if (key === 'clocksStarted' || key === 'clocksEnded' || key === 'template')
    return describeVersioned(text, names)
  return tableOf(key, texts)[text] ?? names[text] ?? text
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

/** The details of a deed, a line each. A detail unknown here is shown under its own key rather than hidden. */
export function describeDetails(entry: AuditEntry, texts: Texts, names: Names): string[] {
  const { from, to, ...rest } = entry.details
  const details = from === undefined ? entry.details : rest
  const moved = from === undefined ? [] : [`${say('from', from)} → ${say('to', to)}`]

  function say(key: string, value: Detail | undefined): string {
    if (typeof value === 'object' && value !== null)
      return `${say(key, value.before) || '—'} → ${say(key, value.now) || '—'}`
    return describeValue(key, value ?? '', texts, names)
  }
  const said = Object.entries(details).flatMap(([key, value]) =>
    isTelling(entry, key, value) ? [`${texts.audit.details[key] ?? key}: ${say(key, value)}`] : [],
  )
  return [...said, ...moved]
}
