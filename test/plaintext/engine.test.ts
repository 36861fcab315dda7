import { generateKeyPairSync } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { appendFileSync, mkdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from '../engine/register.ts'
import { startImapServer } from '../imap/loopback-server.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import type { Deed, Orders } from './engine.ts'
import { hunt, mark, needles, needlesOf } from './hunt.ts'
import { login, mailbox } from './work.ts'

type Engine = {
  process: ChildProcess
  does: (...deeds: Deed[]) => Promise<void>
  begins: (deed: Deed) => void
}

/** Starts the engine with its home and its temporary files in the folder; what it says of itself is a log there, too. */
function startEngine(orders: Orders): Engine {
  const inside = (name: string): string => {
    mkdirSync(join(orders.folder, name), { recursive: true })
    return join(orders.folder, name)
  }
  const engine = spawn(process.execPath, [join(import.meta.dirname, 'engine.ts'), JSON.stringify(orders)], {
    env: { ...process.env, HOME: inside('home'), TMPDIR: inside('tmp'), XDG_CACHE_HOME: inside('cache') },
  })
  onTestFinished(() => void engine.kill('SIGKILL'))
  let words = ''
  engine.stderr.on('data', (text: Buffer) => {
    words += text.toString()
    appendFileSync(join(orders.folder, 'log'), text)
  })
  const answers = createInterface(engine.stdout)
  const begins = (deed: Deed): void => void engine.stdin.write(`${deed}\n`)
  const does = async (...deeds: Deed[]): Promise<void> => {
    for (const deed of deeds) {
      const ended = once(engine, 'exit').then(() => {
        throw new Error(`the engine ended: ${words}`)
      })
      begins(deed)
      await Promise.race([once(answers, 'line'), ended])
      ended.catch(() => undefined)
    }
  }
  return { process: engine, does, begins }
}

async function kill({ process: engine }: Engine): Promise<void> {
  const ended = once(engine, 'exit')
  engine.kill('SIGKILL')
  await ended
}

it(
  'no word of a person lies in the clear: at work, after a kill, a drill, a new key, a restore, and once closed',
  { timeout: 240_000 },
  async () => {
    const folder = scratchFolder()
    const smtp = await startSmtpServer({ secure: 'none', auth: login })
    onTestFinished(() => smtp.close())
    const imap = await startImapServer(mailbox)
    onTestFinished(() => imap.close())
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
    const dkimKey = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const mail = {
      smtp: { host: smtp.host, port: smtp.port },
      imap: { host: imap.host, port: imap.port },
      dkimKey,
    }
    const orders = { folder, vault: join(folder, 'vault'), mail }
    const found = (): string[] => {
      const hunted = hunt(folder, needlesOf(dkimKey))
      // The register, its journal, its keys, what goes with them, and what the engine says of itself.
      expect(hunted.files).toBeGreaterThanOrEqual(5)
      return hunted.found
    }

    const killed = startEngine(orders)
    await killed.does('begin', 'work')
    await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBe(1)
    expect(found()).toEqual([])
    await kill(killed)
    expect(found()).toEqual([])

    const cut = startEngine(orders)
    await cut.does('begin', 'backup', 'drill')
    expect(found()).toEqual([])
    cut.begins('rekey')
    await once(watchFor(folder, 'vault.new-'), 'seen')
    await kill(cut)
    expect(found()).toEqual([])

    const closed = startEngine(orders)
    await closed.does('begin', 'rekey')
    expect(found()).toEqual([])
    await closed.does('work', 'backup', 'restore', 'end')
    if (closed.process.exitCode === null) await once(closed.process, 'exit')
    expect(closed.process.exitCode).toBe(0)
    expect(found()).toEqual([])
  },
)

/** Says `seen` once a name that begins so stands in the folder. */
function watchFor(folder: string, start: string): EventEmitter {
  const seen = new EventEmitter()
  const watcher = watch(folder, (_event, name) => {
    if (!name?.startsWith(start)) return
    watcher.close()
    seen.emit('seen')
  })
  return seen
}

it('what is hunted for is found, however it is written', () => {
  const folder = scratchFolder()
  for (const { name, bytes } of needles) {
    writeFileSync(join(folder, 'planted'), Buffer.concat([Buffer.from('xy'), bytes, Buffer.from('z')]))
    expect(hunt(folder).found).toContain(`planted: ${name}`)
  }
})

it('what is hunted for is found across the lines of a message, across the parts of a large file, and in names', () => {
  const folder = scratchFolder()
  const words = Buffer.from(`${'слова '.repeat(20)}${mark('message')}`)
  for (let ahead = 0; ahead < 76; ahead += 1) {
    const base64 = Buffer.concat([Buffer.alloc(ahead), words]).toString('base64')
    writeFileSync(join(folder, 'message'), base64.replaceAll(/.{76}/g, '$&\r\n'))
    expect(hunt(folder).found.join()).toMatch(/message: SecretMark77 utf8 base64/)
  }
  rmSync(join(folder, 'message'))
  const middle = Buffer.alloc(10_000)
  middle.write('SecretMark77', 4_990)
  writeFileSync(join(folder, 'large'), middle)
  expect(hunt(folder, [], 5_000)).toEqual({ files: 1, found: ['large: SecretMark77 utf8'] })
  rmSync(join(folder, 'large'))
  writeFileSync(join(folder, 'of SecretMark77'), '')
  expect(hunt(folder)).toEqual({ files: 1, found: ['of SecretMark77: its name'] })
})
