import type { Organisation, Settings, SmtpForm, SmtpSecurity } from '../../../shared/model/settings.ts'
import type { Texts } from '../../i18n/index.ts'

export type MailDraft = {
  host: string
  port: string
  security: SmtpSecurity
  user: string
  /** Null until it is typed: then the stored one stays. */
  password: string | null
  fromName: string
  fromAddress: string
  caPem: string
}

const usualPorts: Record<SmtpSecurity, string> = { tls: '465', starttls: '587', none: '25' }

export function mailDraft(stored: Settings['smtp'], organisation: Organisation): MailDraft {
  if (stored) {
    const { host, port, security, user, fromName, fromAddress, caPem } = stored
    return { host, port: String(port), security, user, password: null, fromName, fromAddress, caPem }
  }
  return {
    host: '',
    port: usualPorts.tls,
    security: 'tls',
    user: '',
    password: null,
    fromName: organisation.name.ru,
    fromAddress: organisation.email,
    caPem: '',
  }
}

/** The usual port of the new security, unless the officer chose a port of their own. */
export function suggestedPort(draft: MailDraft, security: SmtpSecurity): string {
  const untouched = draft.port === '' || Object.values(usualPorts).includes(draft.port)
  return untouched ? usualPorts[security] : draft.port
}

type MailErrors = { host?: string; port?: string; fromAddress?: string }

export function checkMail(draft: MailDraft, texts: Texts['settings']['mail']): MailErrors {
  const errors: MailErrors = {}
  const port = Number(draft.port)
  if (draft.host.trim() === '') errors.host = texts.hostMissing
  if (!Number.isInteger(port) || port < 1 || port > 65_535) errors.port = texts.portInvalid
  if (!/^\S+@\S+\.\S+$/.test(draft.fromAddress.trim())) errors.fromAddress = texts.fromInvalid
  return errors
}

export function toSmtpForm(draft: MailDraft): SmtpForm {
  return {
    ...draft,
    host: draft.host.trim(),
    fromAddress: draft.fromAddress.trim(),
    port: Number(draft.port),
  }
}
