import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import SMTPConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection'
import type { SmtpSettings } from '../../../shared/model/settings.ts'
import { forQuestion, loginFor, loginHandlers, type Question } from './login.ts'

/** `dkimKey`: PEM; empty where messages are not signed. */
export type SmtpAccount = SmtpSettings & { password: string; dkimKey: string }

/** Milliseconds. `connectionMs` covers name lookup and TLS, too; `socketMs` is the longest silence. */
export type SmtpTimeouts = { connectionMs: number; greetingMs: number; socketMs: number }

/** One conversation with the server. Each step rejects with nodemailer's error. */
export type SmtpSession = {
  /** Connects, secures and greets. Resolves to the server's greeting. */
  connect(): Promise<string>
  /** Logs in where the account has a user. */
  login(): Promise<void>
  /** Extensions of ESMTP that the server offers, once connected. */
  extensions(): Promise<readonly string[]>
  /** Asks whether the server would take mail from an address; nothing is sent. */
  trySender(address: string): Promise<void>
  /** Resolves to the server's final answer. */
  send(envelope: SMTPEnvelope, message: Readable): Promise<string>
  /** Takes leave of the server without waiting for its answer. */
  quit(): void
  /** Drops the line. */
  close(): void
}

/** Throws where the PEM of the account's own authority cannot be read. */
export function smtpSession(account: SmtpAccount, timeouts: SmtpTimeouts): SmtpSession {
  const greeting = greetingRecorder()
  const question: Question = { command: '', extensions: [], refusal: null }
  const connection = new SMTPConnection({
    ...connectionOptions(account, timeouts),
    ...greeting.options,
    customAuth: loginHandlers(question),
  })
  const broken = breakOf(connection)
  const step = <T>(start: (done: Done<T>) => void): Promise<T> => Promise.race([broken, promised(start)])
  return {
    connect: async () => {
      await step<unknown>((done) => connection.connect((error) => done(error, null)))
      return greeting.text()
    },
    login: async () => {
      if (account.user !== '') await step<unknown>((done) => connection.login(loginFor(account), done))
    },
    extensions: async () => {
      question.command = ''
      await step<unknown>((done) => connection.login({ ...forQuestion }, done))
      return question.extensions
    },
    trySender: async (address) => {
      question.command = `MAIL FROM:<${address}>${isAscii(address) ? '' : ' SMTPUTF8'}`
      await step<unknown>((done) => connection.login({ ...forQuestion }, done))
      if (question.refusal) throw question.refusal
    },
    send: async (envelope, message) => {
      const info = await step<{ response: string }>((done) => connection.send(envelope, message, done))
      return info.response
    },
    quit: () => connection.quit(),
    close: () => connection.close(),
  }
}

/** Without letters that SMTPUTF8 alone carries (RFC 6531). */
export function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

/** A server on this very machine, which a password may reach without TLS. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

type Done<T> = (error?: Error | null, value?: T) => void

function promised<T>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) =>
      error || value === undefined ? reject(error ?? new Error('no value')) : resolve(value),
    )
  })
}

/** Rejects when the connection ends by itself. The listener stays to the end: a late error must find one. */
function breakOf(connection: SMTPConnection): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    // A step that ends the connection by its own failure reports that first.
    connection.on('end', () => setImmediate(() => reject(new Error('connection ended'))))
  })
  broken.catch(() => undefined)
  return broken
}

function connectionOptions(account: SmtpAccount, timeouts: SmtpTimeouts): SMTPConnection.Options {
  return {
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    requireTLS: account.security === 'starttls',
    ignoreTLS: account.security === 'none',
    // The address literal: the workstation's name is nobody's business (RFC 5321 section 4.1.3).
    name: '[127.0.0.1]',
    connectionTimeout: timeouts.connectionMs,
    greetingTimeout: timeouts.greetingMs,
    dnsTimeout: timeouts.connectionMs,
    socketTimeout: timeouts.socketMs,
    ...(account.security === 'none' ? {} : { tls: { secureContext: trust(account.caPem) } }),
  }
}

/** Node's own roots, those of the system, and the account's authority. Throws where its PEM cannot be read. */
export function trust(caPem: string): SecureContext {
  const own = caPem.trim() === '' ? [] : [caPem]
  const ca = [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...own])]
  return createSecureContext({ ca, minVersion: 'TLSv1.2' })
}

/** nodemailer keeps no greeting; its log of the conversation has it as the server's first words. Nothing else is kept. */
function greetingRecorder(): { options: SMTPConnection.Options; text: () => string } {
  let first: string | null = null
  const debug = (entry: unknown, text: unknown): void => {
    const isServer = typeof entry === 'object' && entry !== null && Reflect.get(entry, 'tnx') === 'server'
    if (isServer && first === null) first = String(text)
  }
  const silent = (): void => undefined
  const logger = { trace: silent, debug, info: silent, warn: silent, error: silent, fatal: silent }
  return { options: { transactionLog: true, logger }, text: () => first ?? '' }
}
