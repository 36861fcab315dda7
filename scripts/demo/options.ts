import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SmtpForm } from '../../src/shared/model/settings.ts'

const bundled = 'resources/demo'

export type DemoOptions = {
  out: string
  emails: string[]
  /** The e-mails that come with the program are worked on in the days they were written, not today. */
  isBundled: boolean
  smtp: SmtpForm | null
}

export const usage = `npm run demo -- [--out DIR] [--eml FILE…] [--smtp smtps://user:pass@host[:port]]
  --out   where vault/, letters/, mail/ and summary.json go (./demo-out)
  --eml   your own e-mails instead of those in ${bundled}
  --smtp  your own server: smtps (TLS from the start) or smtp (STARTTLS); the letters go to the applicants' addresses`

/** Reads the command line. Throws a sentence for a person where it can't be understood. */
export function readOptions(args: string[]): DemoOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string', default: './demo-out' },
      eml: { type: 'string', multiple: true, default: [] },
      smtp: { type: 'string' },
    },
  })
  const own = [...values.eml, ...positionals]
  return {
    out: resolve(values.out),
    emails: own.length > 0 ? own : bundledEmails(),
    isBundled: own.length === 0,
    smtp: values.smtp === undefined ? null : smtpOf(values.smtp),
  }
}

function bundledEmails(): string[] {
  return readdirSync(bundled)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(bundled, name))
}

function smtpOf(text: string): SmtpForm {
  const url = URL.parse(text)
  const security = url?.protocol === 'smtps:' ? 'tls' : url?.protocol === 'smtp:' ? 'starttls' : null
  if (!url || security === null || url.hostname === '') {
    throw new Error(`--smtp: "${url?.protocol ?? ''}…" is no address like smtps://user:pass@host`)
  }
  const user = decodeURIComponent(url.username)
  return {
    host: url.hostname,
    port: url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port),
    security,
    user,
    password: decodeURIComponent(url.password),
    fromName: 'Жауап',
    fromAddress: user.includes('@') ? user : `${user || 'privacy'}@${url.hostname}`,
    caPem: '',
    login: 'password',
    dkim: null,
    dkimKey: null,
  }
}
