import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from '../smtp/certificate.ts'
import { freePort } from './free-port.ts'
import { host, mailOwner } from './postfix.ts'

/** An IMAP server of one's own over mailboxes in one folder of `/tmp`. Stop it. */
export type Dovecot = {
  host: string
  /** STARTTLS, and TLS from the first byte. */
  port: number
  tlsPort: number
  caPem: string
  /** Puts messages into the inbox of a user, who needs not exist before. */
  deliver: (user: string, messages: readonly (string | Uint8Array)[]) => void
  makeFolder: (user: string, name: string) => void
  /** How many messages lie where: unread ones in `new`, or in `cur` without the letter S in their name. */
  state: (user: string, folder?: string) => { total: number; read: number }
  /** Gives every message of a user a new number, as a server does after a repair. */
  renumber: (user: string) => void
  stop: () => void
}

export const password = 'құпия-1'

export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-dovecot-'))
  chmodSync(folder, 0o755)
  const [port, tlsPort] = [await freePort(), await freePort()]
  const { cert, key, caPem } = await makeCertificate('localhost', host)
  const mail = join(folder, 'mail')
  for (const name of ['run', 'state', 'mail']) mkdirSync(join(folder, name))
  chownSync(mail, mailOwner, mailOwner)
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 })
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, settings(folder, port, tlsPort))
  run(config, folder, [])
  const boxOf = (user: string, name = ''): string => join(mail, user, name === '' ? '' : `.${name}`)
  let delivered = 0
  return {
    host,
    port,
    tlsPort,
    caPem,
    deliver: (user, messages) => {
      makeMaildir(join(mail, user))
      for (const message of messages) {
        delivered += 1
        const path = join(boxOf(user), 'new', `${1_700_000_000 + delivered}.M${delivered}P1.localhost`)
        writeFileSync(path, message)
        chownSync(path, mailOwner, mailOwner)
      }
    },
    makeFolder: (user, name) => makeMaildir(boxOf(user, name)),
    state: (user, name) => {
      const files = ['new', 'cur'].flatMap((part) => filesIn(join(boxOf(user, name), part)))
      return { total: files.length, read: files.filter((file) => /:2,.*S/.test(file)).length }
    },
    renumber: (user) => {
      const list = join(boxOf(user), 'dovecot-uidlist')
      writeFileSync(
        list,
        readFileSync(list, 'utf8').replace(/^3 V(\d+)/, (_, value) => `3 V${Number(value) + 7}`),
      )
      for (const file of filesIn(boxOf(user))) {
        if (file.startsWith('dovecot.index')) rmSync(join(boxOf(user), file))
      }
    },
    stop: () => {
      run(config, folder, ['stop'])
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function makeMaildir(folder: string): void {
  for (const name of ['', 'new', 'cur', 'tmp']) {
    mkdirSync(join(folder, name), { recursive: true })
    chownSync(join(folder, name), mailOwner, mailOwner)
  }
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function settings(folder: string, port: number, tlsPort: number): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = ${host}
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${mailOwner} gid=${mailOwner} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
service anvil {
  chroot =
}
`
}

function run(config: string, folder: string, command: readonly string[]): void {
  try {
    // Its parts keep the pipes of who started them, who would wait for their end.
    execFileSync('dovecot', ['-c', config, ...command], { stdio: 'ignore' })
  } catch (error) {
    const log = join(folder, 'log')
    throw new Error(`dovecot: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`, { cause: error })
  }
}
