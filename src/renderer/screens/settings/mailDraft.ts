import { isSendable } from '../../../core/mail/compose.ts'
import type { MailProvider } from '../../../shared/model/mail.ts'
import type { Organisation, Settings, SmtpForm, SmtpSecurity } from '../../../shared/model/settings.ts'
import type { Texts } from '../../i18n/index.ts'

export type MailDraft = {
  host: string
  port: string
  security: SmtpSecurity
  user: string
  login: SmtpForm['login']
  /** Null until it is typed: then the stored one stays. */
  password: string | null
  fromName: string
  fromAddress: string
  caPem: string
  signs: boolean
  dkimDomain: string
  dkimSelector: string
  /** As the password. */
  dkimKey: string | null
}

const usualPorts: Record<SmtpSecurity, string> = { tls: '465', starttls: '587', none: '25' }

export function mailDraft(stored: Settings['smtp'], organisation: Organisation): MailDraft {
  if (stored) {
    const { port, dkim, hasPassword: _, hasDkimKey: __, ...same } = stored
    return {
      ...same,
      port: String(port),
      password: null,
      signs: dkim !== null,
      dkimDomain: dkim?.domain ?? '',
      dkimSelector: dkim?.selector ?? '',
      dkimKey: null,
    }
  }
  return {
    host: '',
    port: usualPorts.tls,
    security: 'tls',
    user: '',
    login: 'password',
    password: null,
    fromName: organisation.name.ru,
    fromAddress: organisation.email,
    caPem: '',
    signs: false,
    dkimDomain: organisation.email.split('@')[1] ?? '',
    dkimSelector: '',
    dkimKey: null,
  }
}

/** The settings of a mail service; whoever it was before, a login of another service is of no use. */
export function withProvider(draft: MailDraft, provider: MailProvider | undefined): MailDraft {
  if (!provider) return { ...draft, host: '' }
  const { host, port, security, login } = provider
  return { ...draft, host, port: String(port), security, login, user: draft.user || draft.fromAddress }
}

/** The usual port of the new security, unless the officer chose a port of their own. */
export function suggestedPort(draft: MailDraft, security: SmtpSecurity): string {
  const untouched = draft.port === '' || Object.values(usualPorts).includes(draft.port)
  return untouched ? usualPorts[security] : draft.port
}

export type MailErrors = {
  host?: string
  port?: string
  fromAddress?: string
  dkimDomain?: string
  dkimSelector?: string
}

export function checkMail(draft: MailDraft, texts: Texts['settings']['mail']): MailErrors {
  const errors: MailErrors = {}
  const port = Number(draft.port)
  if (draft.host.trim() === '') errors.host = texts.hostMissing
  if (!Number.isInteger(port) || port < 1 || port > 65_535) errors.port = texts.portInvalid
  if (!isSendable(draft.fromAddress.trim())) errors.fromAddress = texts.fromInvalid
  if (draft.signs && draft.dkimDomain.trim() === '') errors.dkimDomain = texts.dkimMissing
  if (draft.signs && draft.dkimSelector.trim() === '') errors.dkimSelector = texts.dkimMissing
  return errors
}

export function toSmtpForm({ signs, dkimDomain, dkimSelector, ...draft }: MailDraft): SmtpForm {
  return {
    ...draft,
    host: draft.host.trim(),
    fromAddress: draft.fromAddress.trim(),
    port: Number(draft.port),
    dkim: signs ? { domain: dkimDomain.trim(), selector: dkimSelector.trim() } : null,
  }
}
