import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type Database from 'better-sqlite3-multiple-ciphers'
import { onTestFinished } from 'vitest'
import { createRegister } from '../../src/main/engine/db/open.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { Session } from '../../src/main/engine/session.ts'
import { scratchFolder } from './register.ts'

export const ports = {
  clock: { now: () => Date.parse('2026-11-23T06:00:00Z') },
  random: { bytes: (size: number) => randomBytes(size) },
  resources: 'resources',
}

/** A session with its connection in the test's own hands. */
export function openSession(): { session: Session; connection: Database.Database } {
  const connection = createRegister(join(scratchFolder(), 'register.db'), randomBytes(32))
  const officer = { id: 1, name: 'Ә. Қалиева', role: 'officer' } as const
  const nothing = (): void => undefined
  const session = new Session(ports, loadPacks('resources'), connection, officer, nothing, nothing)
  onTestFinished(() => session.close())
  return { session, connection }
}
