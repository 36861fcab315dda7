import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from '../smtp/certificate.ts'
import { freePort } from './free-port.ts'
import { maildirOf, type Maildir } from './maildir.ts'

/** A mail server of one's own: its configuration, queue and mailboxes lie in one folder of `/tmp`. Stop it. */
export type Postfix = {
  host: string
  /** Submission with STARTTLS, and with TLS from the first byte. */
  port: number
  tlsPort: number
  caPem: string
  /** Where mailboxes lie, one folder an address, owned by `mailOwner`. */
  mailFolder: string
  mailbox: (address: string) => Maildir
  stop: () => void
}

export const host = '127.0.0.1'
/** Debian's user and group `mail`: who delivers, and who may read what was delivered. */
export const mailOwner = 8
/** Bytes: small, so that a test reaches it. */
export const messageSizeLimit = 2_000_000
/** Mailboxes of the server; every other address is refused. */
export const mailboxes = ['gulnar@example.com', 'гүлнәр@example.com', 'privacy@operator.example']

const services = `
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`

export async function startPostfix(): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-postfix-'))
  // Its parts run as other users and have to get in.
  chmodSync(folder, 0o755)
  const [port, tlsPort] = [await freePort(), await freePort()]
  const { cert, key, caPem } = await makeCertificate('localhost', host)
  const mailFolder = join(folder, 'mail')
  const config = join(folder, 'config')
  for (const name of ['config', 'queue', 'data', 'mail']) mkdirSync(join(folder, name))
  chownSync(join(folder, 'data'), Number(execFileSync('id', ['-u', 'postfix'])), 0)
  chownSync(mailFolder, mailOwner, mailOwner)
  writeFileSync(join(config, 'certificate.pem'), key + '\n' + cert, { mode: 0o600 })
  writeFileSync(join(config, 'main.cf'), settings(folder))
  writeFileSync(
    join(config, 'master.cf'),
    `${host}:${port} inet n - n - - smtpd\n${host}:${tlsPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes${services}`,
  )
  control(config, 'start', join(folder, 'log'))
  return {
    host,
    port,
    tlsPort,
    caPem,
    mailFolder,
    mailbox: (address) => maildirOf(join(mailFolder, folderOf(address))),
    stop: () => {
      control(config, 'stop', join(folder, 'log'))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function settings(folder: string): string {
  const mailboxMap = mailboxes.map((address) => `{${address}=${folderOf(address)}/}`).join(', ')
  return Object.entries({
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    inet_interfaces: host,
    inet_protocols: 'ipv4',
    myhostname: 'mail.localhost',
    mydestination: '',
    mynetworks: '',
    alias_maps: '',
    alias_database: '',
    message_size_limit: messageSizeLimit,
    smtpd_relay_restrictions: 'reject_unauth_destination',
    smtpd_tls_chain_files: join(folder, 'config', 'certificate.pem'),
    smtpd_tls_security_level: 'may',
    virtual_mailbox_domains: 'example.com, operator.example',
    virtual_mailbox_maps: `inline:{ ${mailboxMap} }`,
    virtual_mailbox_base: join(folder, 'mail'),
    virtual_minimum_uid: 1,
    virtual_uid_maps: `static:${mailOwner}`,
    virtual_gid_maps: `static:${mailOwner}`,
  })
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

/** The folder of an address, in letters that any file system takes. */
function folderOf(address: string): string {
  return Buffer.from(address).toString('hex')
}

function control(config: string, command: 'start' | 'stop', log: string): void {
  try {
    execFileSync('postfix', ['-c', config, command], { stdio: 'pipe' })
  } catch (error) {
    throw new Error(`postfix ${command}: ${readFileSync(log, 'utf8')}`, { cause: error })
  }
}
