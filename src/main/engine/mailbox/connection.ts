import { ImapFlow, type MailboxObject } from 'imapflow'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import { isLoopback, trust } from '../mail/session.ts'
import { asMailboxFailure, mailboxFailed } from './failure.ts'
import type { ImapAccount } from './store.ts'

/** Milliseconds. `connectionMs` covers name lookup and TLS, too; `socketMs` is the longest silence. */
export type ImapTimeouts = { connectionMs: number; greetingMs: number; socketMs: number }
export const defaultTimeouts: ImapTimeouts = { connectionMs: 20_000, greetingMs: 20_000, socketMs: 60_000 }

const bytesInMiB = 1_048_576
const largest = fileLimitsMiB.email * bytesInMiB

export type OpenMailbox = { client: ImapFlow; opened: MailboxObject }

/**
 * Does something with the mailbox open, and takes leave of the server whatever came of it. Where nothing is to be
 * changed it is opened for reading only (EXAMINE). Fails with `mailboxFailed`.
 */
export async function withMailbox<T>(
  account: ImapAccount,
  timeouts: ImapTimeouts,
  work: (mailbox: OpenMailbox) => Promise<T>,
): Promise<T> {
  const client = connectionTo(account, timeouts)
  try {
    await client.connect()
    const opened = await client.mailboxOpen(account.mailbox, { readOnly: account.after === 'nothing' })
    const result = await work({ client, opened })
    await client.logout()
    return result
  } catch (error) {
    throw asMailboxFailure(error)
  } finally {
    client.close()
  }
}

/** Fails where a password would go in the clear, or where the authority's PEM cannot be read. */
function connectionTo(account: ImapAccount, timeouts: ImapTimeouts): ImapFlow {
  const { host, port, security, user, login, password, caPem } = account
  if (security === 'none' && !isLoopback(host)) throw mailboxFailed('tlsFailed')
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    ...(security === 'none' ? {} : { tls: { secureContext: contextOf(caPem) } }),
    auth: login === 'oauth' ? { user, accessToken: password } : { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    clientInfo: { name: 'Zhauap' },
    connectionTimeout: timeouts.connectionMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.socketMs,
    maxLineLength: 16 * bytesInMiB,
    maxLiteralSize: largest,
    maxResponseSize: largest + bytesInMiB,
  })
  // What fails tells it by the call under way; without a listener the event would end the program.
  client.on('error', () => undefined)
  return client
}

function contextOf(caPem: string): ReturnType<typeof trust> {
  try {
    return trust(caPem)
  } catch {
    throw mailboxFailed('tlsFailed')
  }
}
