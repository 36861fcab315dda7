import { once } from 'node:events'
import type { Socket } from 'node:net'
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server'
import { makeCertificate, type Certificate } from './certificate.ts'

/** What the server does wrong, once it comes to it. `hang…`: it falls silent and leaves the line open. */
export type Fault =
  | 'refuseConnection'
  | 'hangAtGreeting'
  | 'wrongCertificateName'
  | 'expiredCertificate'
  | 'refuseLogin'
  | 'refuseSender'
  | 'refuseRecipient'
  | 'greylist'
  | 'dropAtRecipient'
  | 'dropInData'
  | 'dropBeforeAnswer'
  | 'hangBeforeAnswer'
  | 'refuseMessage'
  | 'deferMessage'

export type ReceivedMail = {
  from: string
  to: string[]
  bytes: Uint8Array
  secure: boolean
  smtpUtf8: boolean
  /** What the client asked to be told of the message's way (RFC 3461); null where it asked nothing. */
  dsn: { ret: string | null; envid: string | null; notify: readonly string[]; orcpt: string } | null
  user: string | null
  /** The name the client gave itself. */
  clientName: string
}

export type LoopbackServer = {
  host: string
  port: number
  /** The authority of its certificate; empty without TLS. */
  caPem: string
  /** What it took whole, whether or not it said so. */
  received: ReceivedMail[]
  /** Users that tried to log in. */
  logins: string[]
  /** What it does wrong from now on. */
  faults: Set<Fault>
  close(): Promise<void>
}

type Settings = {
  secure: 'tls' | 'starttls' | 'none'
  auth?: { user: string; pass: string }
  /** Ways to log in that it offers. */
  methods?: readonly ('PLAIN' | 'LOGIN' | 'XOAUTH2')[]
  script?: readonly Fault[]
  /** Extensions of ESMTP that it does not offer. */
  without?: readonly ('DSN' | 'SMTPUTF8')[]
  /** Bytes of the largest message it takes, as it says itself. */
  size?: number
  /** It takes no larger message, and does not say so before. */
  hideSize?: boolean
}

const host = '127.0.0.1'

/** A real SMTP server on a free port of this machine. Close it. */
export async function startSmtpServer(settings: Settings): Promise<LoopbackServer> {
  const faults = new Set(settings.script ?? [])
  const certificate = settings.secure === 'none' ? null : await certificateFor(faults)
  const received: ReceivedMail[] = []
  const logins: string[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    ...securityOptions(settings, certificate),
    ...handlers(settings, faults, received, logins, (session) => drop(sockets, session)),
    ...(settings.size === undefined ? {} : { size: settings.size }),
    hideSize: settings.hideSize ?? false,
    hideDSN: settings.without?.includes('DSN') ?? false,
    hideSMTPUTF8: settings.without?.includes('SMTPUTF8') ?? false,
    disableReverseLookup: true,
    name: 'localhost',
    banner: 'loopback',
    closeTimeout: 1,
    logger: false,
  })
  // A client that breaks off, or distrusts the certificate, is no fault of the server.
  server.on('error', () => undefined)
  const listener = server.listen(0, host)
  listener.on('connection', (socket) => sockets.add(socket))
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    host,
    port: address.port,
    caPem: certificate?.caPem ?? '',
    received,
    logins,
    faults,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function certificateFor(faults: ReadonlySet<Fault>): Promise<Certificate> {
  const expired = { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2021-01-01') }
  if (faults.has('expiredCertificate')) return makeCertificate('localhost', host, expired)
  return faults.has('wrongCertificateName')
    ? makeCertificate('mail.example.org', '192.0.2.1')
    : makeCertificate('localhost', host)
}

function securityOptions(settings: Settings, certificate: Certificate | null): SMTPServerOptions {
  return {
    secure: settings.secure === 'tls',
    ...(certificate === null ? {} : { key: certificate.key, cert: certificate.cert }),
    ...(settings.methods ? { authMethods: [...settings.methods] } : {}),
    authOptional: settings.auth === undefined,
    disabledCommands: [
      ...(settings.secure === 'starttls' ? [] : ['STARTTLS']),
      ...(settings.auth === undefined ? ['AUTH'] : []),
    ],
  }
}

function handlers(
  settings: Settings,
  faults: ReadonlySet<Fault>,
  received: ReceivedMail[],
  logins: string[],
  drop: (session: SMTPServerSession) => void,
): SMTPServerOptions {
  return {
    onConnect: (_session, done) => {
      if (faults.has('refuseConnection')) done(refusal(554, 'No service for you'))
      else if (!faults.has('hangAtGreeting')) done()
    },
    onAuth: (auth, _session, done) => {
      logins.push(auth.username ?? '')
      const secret = auth.method === 'XOAUTH2' ? auth.accessToken : auth.password
      const isRight = auth.username === settings.auth?.user && secret === settings.auth?.pass
      if (isRight && !faults.has('refuseLogin')) done(null, { user: auth.username })
      else done(refusal(535, 'Authentication credentials invalid'))
    },
    onMailFrom: (_address, _session, done) => {
      done(faults.has('refuseSender') ? refusal(550, 'Sender refused') : null)
    },
    onRcptTo: (_address, session, done) => {
      if (faults.has('dropAtRecipient')) drop(session)
      else if (faults.has('refuseRecipient')) done(refusal(550, 'No such user here'))
      else done(faults.has('greylist') ? refusal(451, 'Greylisted, try again later') : null)
    },
    onData: (stream, session, done) => {
      if (faults.has('dropInData')) stream.once('data', () => drop(session))
      take(stream, session).then(
        (mail) => {
          if (!stream.sizeExceeded) received.push(mail)
          answer(faults, stream.sizeExceeded, () => drop(session), done)
        },
        // The line broke: there is nobody to answer.
        () => undefined,
      )
    },
  }
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedMail> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(chunk)
  const { envelope } = session
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
    bytes: new Uint8Array(Buffer.concat(chunks)),
    secure: session.secure,
    smtpUtf8: envelope.smtpUtf8 === true,
    dsn: dsnOf(envelope),
    user: typeof session.user === 'string' ? session.user : null,
    clientName: session.hostNameAppearsAs,
  }
}

function dsnOf({ dsn, rcptTo }: SMTPServerSession['envelope']): ReceivedMail['dsn'] {
  const { notify = [], orcpt = '' } = rcptTo[0]?.dsn ?? {}
  const asked = dsn ? { ret: dsn.ret ?? null, envid: dsn.envid ?? null, notify, orcpt } : null
  return asked?.ret || asked?.envid || notify.length > 0 ? asked : null
}

function answer(
  faults: ReadonlySet<Fault>,
  tooLarge: boolean,
  drop: () => void,
  done: (error?: Error | null, message?: string) => void,
): void {
  if (tooLarge) done(refusal(552, 'Message exceeds fixed maximum message size'))
  else if (faults.has('dropBeforeAnswer')) drop()
  else if (faults.has('refuseMessage')) done(refusal(554, 'Message refused by policy'))
  else if (faults.has('deferMessage')) done(refusal(452, 'Insufficient system storage'))
  else if (!faults.has('hangBeforeAnswer')) done(null, 'Queued as LOOPBACK')
}

/** Breaks the line of one session, as a cut cable would. */
function drop(sockets: ReadonlySet<Socket>, session: SMTPServerSession): void {
  for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy()
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
