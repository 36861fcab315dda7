import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import type { Moment } from './witness.ts'
import type { Acknowledged, Orders } from './victim.ts'

/** The files as a disk would hold them at one moment, and what had been acknowledged by then. */
export type Snapshot = { folder: string; acknowledged: Acknowledged[] }

/** What the disk keeps of a vault. `-shm` is memory; the lock ends with the process. */
const kept = ['register.db', 'register.db-wal', 'keys.json']

/**
 * Lets an engine work in a process of its own and, so many times, stops it between two of its instructions, copies its
 * files, and lets it go on. `moment` says how far it works before each.
 */
export async function snapshotsAtWork(
  program: string,
  orders: Orders,
  { times, place, moment }: { times: number; place: string; moment: () => Moment },
): Promise<Snapshot[]> {
  const victim = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(program) },
  })
  const said: Acknowledged[] = []
  createInterface({ input: victim.stdout }).on('line', (line) => said.push(JSON.parse(line) as Acknowledged))
  const snapshots: Snapshot[] = []
  try {
    for (let time = 0; time < times; time += 1) {
      const { afterAcknowledged, afterMs } = moment()
      const enough = said.length + afterAcknowledged
      while (said.length < enough) {
        if (victim.exitCode !== null) throw new Error('the engine ended by itself')
        await setTimeout(1)
      }
      await setTimeout(afterMs)
      victim.kill('SIGSTOP')
      await isStopped(victim.pid ?? 0)
      // Only what was read by now counts as acknowledged: the rest may lie in the pipe.
      const acknowledged = [...said]
      snapshots.push({ folder: copyFiles(orders.folder, join(place, String(time))), acknowledged })
      victim.kill('SIGCONT')
    }
    return snapshots
  } finally {
    victim.kill('SIGKILL')
    if (victim.exitCode === null) await once(victim, 'close')
  }
}

/** The signal is on its way when `kill` returns; the process stands when the kernel says so. */
async function isStopped(pid: number): Promise<void> {
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) await setTimeout(1)
}

function copyFiles(from: string, to: string): string {
  mkdirSync(to, { recursive: true })
  for (const name of kept) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name))
  return to
}
