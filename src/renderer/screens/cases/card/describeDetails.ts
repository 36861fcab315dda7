import type { AuditDetails } from '../../../../shared/model/audit.ts'
import { shortDate } from '../../../i18n/dates.ts'
import type { Texts } from '../../../i18n/index.ts'

type Value = AuditDetails[string]

/** Words for the values of a detail, where it is a code. */
function tableOf(key: string, { words }: Texts): Record<string, string> {
  const tables: Record<string, Record<string, string>> = {
    kind: words.kinds,
    channel: words.channels,
    status: { ...words.statuses, ...words.mailStates },
    from: words.statuses,
    outcome: { ...words.outcomeResults, ...words.mailStates },
    method: { ...words.methods, ...words.deliveries },
    state: words.mailStates,
    failure: words.sendFailures,
    lang: words.letterLangs,
  }
  return tables[key] ?? {}
}

function describeValue(key: string, value: string | number, texts: Texts): string {
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text)
  if (/^[0-9a-f]{64}$/.test(text)) return `${text.slice(0, 12)}…`
  return tableOf(key, texts)[text] ?? text
}

/** Row ids tell a reader nothing. */
function isTelling(key: string, value: Value): value is string | number {
  return value !== null && value !== '' && key !== 'id' && !/Id$/.test(key.replace('templateId', ''))
}

/** The details of a deed in a line. A detail unknown here is shown under its own key rather than hidden. */
export function describeDetails(details: AuditDetails, texts: Texts): string {
  return Object.entries(details)
    .flatMap(([key, value]) =>
      isTelling(key, value)
        ? [`${texts.audit.details[key] ?? key}: ${describeValue(key, value, texts)}`]
        : [],
    )
    .join('; ')
}
