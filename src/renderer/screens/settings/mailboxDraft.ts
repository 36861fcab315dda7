import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { AfterFetch, ImapForm, ImapSettings, SmtpSecurity } from '../../../shared/model/settings.ts'
import type { Texts } from '../../i18n/index.ts'

export type MailboxDraft = Omit<ImapForm, 'port' | 'since'> & { port: string; since: LocalDate | null }

const usualPorts: Record<SmtpSecurity, string> = { tls: '993', starttls: '143', none: '143' }

/** The form over what is stored; where nothing is, mail of the last month. */
export function mailboxDraft(stored: ImapSettings | null, monthAgo: LocalDate): MailboxDraft {
  if (stored) return { ...stored, port: String(stored.port), password: null }
  return {
    host: '',
    port: usualPorts.tls,
    security: 'tls',
    user: '',
    login: 'password',
    password: null,
    mailbox: 'INBOX',
    since: monthAgo,
    after: 'nothing' satisfies AfterFetch,
    moveTo: '',
    caPem: '',
  }
}

/** The usual port of the new security, unless the officer chose a port of their own. */
export function portFor(draft: MailboxDraft, security: SmtpSecurity): string {
  const untouched = draft.port === '' || Object.values(usualPorts).includes(draft.port)
  return untouched ? usualPorts[security] : draft.port
}

export type MailboxErrors = Partial<Record<'host' | 'port' | 'user' | 'mailbox' | 'since' | 'moveTo', string>>

export function checkMailbox(draft: MailboxDraft, { desk, settings }: Texts): MailboxErrors {
  const errors: MailboxErrors = {}
  const port = Number(draft.port)
  if (draft.host.trim() === '') errors.host = settings.mail.hostMissing
  if (!Number.isInteger(port) || port < 1 || port > 65_535) errors.port = settings.mail.portInvalid
  if (draft.user.trim() === '') errors.user = settings.mailbox.userMissing
  if (draft.mailbox.trim() === '') errors.mailbox = settings.mailbox.folderMissing
  if (!draft.since) errors.since = desk.date.missing
  if (draft.after === 'move' && draft.moveTo.trim() === '') errors.moveTo = settings.mailbox.moveToMissing
  return errors
}

/** Null while the form lacks something; `checkMailbox` says what. */
export function toImapForm(draft: MailboxDraft): ImapForm | null {
  const { since } = draft
  return since && { ...draft, since, port: Number(draft.port) }
}
