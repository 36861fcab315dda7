import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { scratchFolder } from '../engine/register.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import type { Orders } from './engine.ts'
import { hunt, needles } from './hunt.ts'
import { login } from './work.ts'

/** Starts the engine with its home and its temporary files in the folder; resolves when it has done its work. */
async function startEngine(orders: Orders): Promise<ChildProcess> {
  const inside = (name: string): string => {
    mkdirSync(join(orders.folder, name), { recursive: true })
    return join(orders.folder, name)
  }
  const engine = spawn(process.execPath, [join(import.meta.dirname, 'engine.ts'), JSON.stringify(orders)], {
    env: { ...process.env, HOME: inside('home'), TMPDIR: inside('tmp'), XDG_CACHE_HOME: inside('cache') },
  })
  let words = ''
  const collect = (text: Buffer): void => void (words += text.toString())
  engine.stderr.on('data', collect)
  await Promise.race([
    once(engine.stdout, 'data'),
    once(engine, 'exit').then(() => {
      if (!orders.ends) throw new Error(`the engine ended: ${words}`)
    }),
  ])
  // What it says of itself is a log, too.
  writeFileSync(join(orders.folder, 'log'), words)
  return engine
}

it(
  'no word of a person lies in the clear, at work, after a kill and once closed',
  { timeout: 120_000 },
  async () => {
    const folder = scratchFolder()
    const server = await startSmtpServer({ secure: 'none', auth: login })
    const { host, port } = server
    const orders = { folder, vault: join(folder, 'vault'), server: { host, port } }
    try {
      const killed = await startEngine({ ...orders, ends: false })
      await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(1)
      expect(hunt(folder)).toEqual({ files: expect.any(Number), found: [] })
      const ended = once(killed, 'exit')
      killed.kill('SIGKILL')
      await ended
      expect(hunt(folder).found).toEqual([])
      const closed = await startEngine({ ...orders, ends: true })
      if (closed.exitCode === null) await once(closed, 'exit')
      expect(closed.exitCode).toBe(0)
      expect(hunt(folder).found).toEqual([])
    } finally {
      await server.close()
    }
  },
)

it('what is hunted for is found, however it is written', () => {
  const folder = scratchFolder()
  for (const { name, bytes } of needles) {
    writeFileSync(join(folder, 'planted'), Buffer.concat([Buffer.from('xy'), bytes, Buffer.from('z')]))
    expect(hunt(folder).found).toContain(`planted: ${name}`)
  }
})
