import type { IncomingNature, ReportOutcome } from '../../shared/model/incoming.ts'
import type { IntakeRules } from '../../shared/model/intake.ts'

/** A header of a message; the key in lower case. */
export type Header = { key: string; value: string }

/** What of a message tells whether a person or a program wrote it. */
export type FormOfMail = {
  headers: readonly Header[]
  from: { name: string; address: string }
  subject: string
  text: string
  /** Parts that hold a status, or the returned message or its headers; the beginning of each as text. */
  reportParts: readonly { mime: string; text: string }[]
}

/** What a mail server says of a letter of ours. */
export type DeliveryReport = {
  outcome: ReportOutcome
  /** Empty where it names none. */
  recipient: string
  /** `5.1.1` (RFC 3463); empty where it gives none. */
  status: string
  /** The server's words on one line; empty where it said none. */
  diagnostic: string
  /** What the sender called the envelope (RFC 3461 section 4.4); empty where it is not returned. */
  envelopeId: string
  /** Message ids, with their angle brackets, that may be those of our letter; the likeliest first. */
  messageIds: string[]
}

const longestDiagnostic = 500
const searchedText = 20_000

/** Reads a report about a message of ours: RFC 3464, or as servers write it by themselves. Null: it is none. */
export function readReport(mail: FormOfMail, rules: IntakeRules['automatic']): DeliveryReport | null {
  const status = mail.reportParts.find(({ mime }) => mime.endsWith('delivery-status'))?.text ?? ''
  if (status === '' && !isDaemon(mail, rules)) return null
  const groups = fieldGroups(status)
  const recipient = groups.find((fields) => outcomeOf(fields) === 'failed') ?? groups.find(hasOutcome)
  return {
    outcome: (recipient && outcomeOf(recipient)) ?? outcomeByWords(mail, rules),
    recipient: recipientOf(recipient, mail),
    status: statusOf(recipient, mail),
    diagnostic: diagnosticOf(recipient, mail),
    envelopeId: groups[0]?.get('original-envelope-id')?.trim() ?? '',
    messageIds: messageIdsOf(mail),
  }
}

/** What a message is by its form; `report` is what `readReport` made of it. */
export function natureOf(
  mail: FormOfMail,
  report: DeliveryReport | null,
  rules: IntakeRules['automatic'],
): IncomingNature {
  if (report) return report.outcome === 'failed' ? 'bounce' : 'report'
  return isAutomatic(mail, rules) ? 'automatic' : 'request'
}

/** Ids of the messages this one answers, the nearest first (RFC 5322 section 3.6.4). */
export function answeredIds(headers: readonly Header[]): string[] {
  const references = idsIn(valueOf(headers, 'references')).toReversed()
  return unique([...idsIn(valueOf(headers, 'in-reply-to')), ...references])
}

function isDaemon({ headers, from, subject, text }: FormOfMail, rules: IntakeRules['automatic']): boolean {
  if (valueOf(headers, 'x-failed-recipients') !== '') return true
  const local = from.address.split('@')[0]?.toLowerCase() ?? ''
  const byServer = rules.daemons.includes(local) || valueOf(headers, 'return-path').trim() === '<>'
  const wordsOfReport = [...rules.bounceWords, ...rules.delayWords]
  return byServer && (speaks(subject, wordsOfReport) || speaks(text.slice(0, 2_000), wordsOfReport))
}

function isAutomatic({ headers, subject }: FormOfMail, rules: IntakeRules['automatic']): boolean {
  const submitted = valueOf(headers, 'auto-submitted').trim().toLowerCase()
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((key) => valueOf(headers, key) !== '') ||
    /^\s*(auto_reply|auto-reply)/i.test(valueOf(headers, 'precedence')) ||
    speaks(subject, rules.autoReplyWords)
  )
}

function speaks(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.some((word) => lower.includes(word))
}

function outcomeByWords({ subject, text }: FormOfMail, rules: IntakeRules['automatic']): ReportOutcome {
  const isDelay = speaks(subject, rules.delayWords) || speaks(text.slice(0, 2_000), rules.delayWords)
  return isDelay ? 'delayed' : 'failed'
}

type Fields = ReadonlyMap<string, string>

/** Groups of `Name: value` lines with blank lines between them; a folded line belongs to the one before. */
function fieldGroups(text: string): Fields[] {
  return text
    .slice(0, searchedText)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0)
}

function fieldsOf(group: string): Fields {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const key = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(key)) fields.set(key, line.slice(colon + 1).trim())
  }
  return fields
}

function outcomeOf(fields: Fields): ReportOutcome | null {
  const action = fields.get('action')?.toLowerCase() ?? ''
  if (action.startsWith('failed')) return 'failed'
  if (action.startsWith('delayed')) return 'delayed'
  return /^(delivered|relayed|expanded)/.test(action) ? 'delivered' : null
}

function hasOutcome(fields: Fields): boolean {
  return outcomeOf(fields) !== null
}

const address = /[^\s<>()[\]:;,"'`]{1,64}@[^\s<>()[\]:;,"'`]{1,255}/

function recipientOf(fields: Fields | undefined, { headers, text }: FormOfMail): string {
  const stated =
    fields?.get('original-recipient') ??
    fields?.get('final-recipient') ??
    valueOf(headers, 'x-failed-recipients')
  const found = address.exec(stated.replace(/^[^;]*;/, '')) ?? address.exec(text.slice(0, searchedText))
  return found?.[0].replace(/\.$/, '') ?? ''
}

const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/

function statusOf(fields: Fields | undefined, { text }: FormOfMail): string {
  const stated = enhanced.exec(fields?.get('status') ?? '') ?? enhanced.exec(text.slice(0, searchedText))
  return stated?.[0] ?? ''
}

/** A line that a server would say: its reply code, perhaps behind its name. */
const serverLine = /^.*(?<![\d.-])[45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}\b)?.*$/m

function diagnosticOf(fields: Fields | undefined, { text }: FormOfMail): string {
  const stated = fields?.get('diagnostic-code')?.replace(/^[\w-]+;\s*/, '')
  const said = stated ?? serverLine.exec(text.slice(0, searchedText))?.[0] ?? ''
  return said.replace(/\s+/g, ' ').trim().slice(0, longestDiagnostic)
}

/** Of the returned message first, then what the report answers, then any id its text repeats. */
function messageIdsOf({ headers, text, reportParts }: FormOfMail): string[] {
  const returned = reportParts
    .filter(({ mime }) => !mime.endsWith('delivery-status'))
    .flatMap((part) => idsIn(labelled(part.text)))
  return unique([...returned, ...answeredIds(headers), ...idsIn(labelled(text)), ...idsIn(text)]).slice(0, 50)
}

/** The lines that begin with `Message-ID:`, perhaps quoted. */
function labelled(text: string): string {
  const lines = text
    .slice(0, searchedText)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split('\n')
  return lines.filter((line) => /^[> \t]*message-id[ \t]*:/i.test(line)).join('\n')
}

function idsIn(text: string): string[] {
  return text.slice(0, searchedText).match(/<[!-;=?A-~]{1,450}@[!-;=?A-~]{1,450}>/g) ?? []
}

function valueOf(headers: readonly Header[], key: string): string {
  return headers.find((header) => header.key === key)?.value ?? ''
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
