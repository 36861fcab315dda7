import { z } from 'zod'
import { limits } from './case.ts'
import { UiLang } from './lang.ts'
import { LocalDate } from './local-date.ts'

const line = z.string().trim().max(limits.line)
const bilingualLine = z.object({ ru: line, kk: line })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The operator as the letterhead shows it. Empty lines are left out of the letter. */
export const Organisation = z.object({
  name: z.object({ ru: line.min(1), kk: line.min(1) }),
  bin: line,
  address: bilingualLine,
  phone: line,
  email: line,
  website: line,
  signatory: z.object({ name: line, position: bilingualLine }),
  executor: z.object({ name: line, phone: line }),
  /** Office hours in Asia/Almaty, `HH:MM`. */
  opensAt: time,
  closesAt: time,
})
export type Organisation = z.infer<typeof Organisation>

/** `starttls` is demanded, not merely tried. `none` is for a server on this very machine. */
export const SmtpSecurity = z.enum(['tls', 'starttls', 'none'])
export type SmtpSecurity = z.infer<typeof SmtpSecurity>

export const SmtpSettings = z.object({
  host: line.min(1),
  port: z.number().int().min(1).max(65_535),
  security: SmtpSecurity,
  /** Empty: the server asks for no login. */
  user: line,
  /** `oauth`: the password is an access token (XOAUTH2). */
  login: z.enum(['password', 'oauth']).default('password'),
  fromName: line,
  /** Its domain, and what stands before the `@`, may have national letters (RFC 6531). */
  fromAddress: z
    .string()
    .trim()
    .regex(/^[^\s@<>]+@[^\s@<>]+$/)
    .max(320),
  /** Where the key that checks our signatures is published; null: messages are not signed (RFC 6376). */
  dkim: z
    .object({ domain: line.min(1), selector: line.min(1) })
    .nullable()
    .default(null),
  /** Certificate authority of one's own, PEM; empty: those the system trusts. */
  caPem: z.string().max(100_000),
})
export type SmtpSettings = z.infer<typeof SmtpSettings>

/** Null keeps the stored password or key; the desk never gets them back. */
export const SmtpForm = SmtpSettings.extend({
  password: z.string().max(10_000).nullable(),
  /** RSA, PEM. */
  dkimKey: z.string().max(20_000).nullable().default(null),
})
export type SmtpForm = z.infer<typeof SmtpForm>

/** What is done in the mailbox with a message that was taken in. `nothing`: the mailbox is opened for reading only. */
export const AfterFetch = z.enum(['nothing', 'markRead', 'move'])
export type AfterFetch = z.infer<typeof AfterFetch>

/** The mailbox where requests come in, fetched by IMAP. */
export const ImapSettings = z.object({
  host: line.min(1),
  port: z.number().int().min(1).max(65_535),
  security: SmtpSecurity,
  user: line.min(1),
  /** `oauth`: the password is an access token (XOAUTH2). */
  login: z.enum(['password', 'oauth']),
  mailbox: line.min(1),
  /** Messages that came to the server before this day are left alone. */
  since: LocalDate,
  after: AfterFetch,
  /** Where `move` puts a message. */
  moveTo: line,
  /** Certificate authority of one's own, PEM; empty: those the system trusts. */
  caPem: z.string().max(100_000),
})
export type ImapSettings = z.infer<typeof ImapSettings>

/** Null keeps the stored password; the desk never gets it back. */
export const ImapForm = ImapSettings.extend({ password: z.string().max(10_000).nullable() })
export type ImapForm = z.infer<typeof ImapForm>

export const Settings = z.object({
  organisation: Organisation.nullable(),
  smtp: SmtpSettings.extend({ hasPassword: z.boolean(), hasDkimKey: z.boolean() }).nullable(),
})
export type Settings = z.infer<typeof Settings>

/** What letters show besides words. */
export const PictureName = z.enum(['logo', 'signature', 'stamp'])
export type PictureName = z.infer<typeof PictureName>

/** The largest file of a picture, in bytes. */
export const pictureLimit = 2 * 1_048_576

export const Preferences = z.object({
  lang: UiLang,
  theme: z.enum(['auto', 'light', 'dark']),
  /** Whether the desktop tells of what has come due. */
  notifications: z.boolean().default(true),
})
export type Preferences = z.infer<typeof Preferences>
