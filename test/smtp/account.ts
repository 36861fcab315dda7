import { onTestFinished } from 'vitest'
import type { SmtpAccount } from '../../src/main/engine/mail/session.ts'
import { startSmtpServer, type Fault, type LoopbackServer } from './loopback-server.ts'

/** An account on a server of this machine, and the least of a message. */

export const auth = { user: 'officer@example.com', pass: 'тәтті құпия 7' }
export const impatient = { connectionMs: 5_000, greetingMs: 300, socketMs: 1_500 }
export const patient = { connectionMs: 5_000, greetingMs: 5_000, socketMs: 5_000 }
export const mail = {
  from: 'privacy@example.com',
  to: 'applicant@example.org',
  messageId: '<1@example.com>',
  bytes: new TextEncoder().encode('Subject: x\r\n\r\n.dot\r\n'),
}

/** Closed when the test ends. */
export async function open(settings: Parameters<typeof startSmtpServer>[0]): Promise<LoopbackServer> {
  const started = await startSmtpServer(settings)
  onTestFinished(() => started.close())
  return started
}

export function server(secure: 'tls' | 'starttls' | 'none', ...script: Fault[]): Promise<LoopbackServer> {
  return open({ secure, auth, script })
}

export function account(
  at: Pick<LoopbackServer, 'host' | 'port' | 'caPem'>,
  security: SmtpAccount['security'],
  more?: Partial<SmtpAccount>,
): SmtpAccount {
  return {
    host: at.host,
    port: at.port,
    security,
    user: auth.user,
    password: auth.pass,
    login: 'password',
    dkim: null,
    dkimKey: '',
    fromName: 'Жауап',
    fromAddress: mail.from,
    caPem: at.caPem,
    ...more,
  }
}
