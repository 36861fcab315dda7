import Database from 'better-sqlite3-multiple-ciphers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { auditHandlers } from '../../src/main/engine/audit/handlers.ts'
import { caseHandlers } from '../../src/main/engine/cases/handlers.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { openSession } from './open-session.ts'
import { newCase } from './register.ts'

/** The register checks itself, and says so where it can't. */

const at = '2026-11-23T06:00:00.000Z'

it('is checked soon after it was opened, and then once a day', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { session, connection } = openSession()
  await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
  const kept = vi.spyOn(session.integrity, 'keep')
  const checked = async (times: number): Promise<void> => {
    while (kept.mock.calls.length < times) await new Promise(setImmediate)
  }
  session.integrity.start()
  expect(await auditHandlers['audit.status'](session, {})).toMatchObject({ checked: null, hindered: null })
  vi.advanceTimersByTime(5_000)
  await checked(1)
  expect(await auditHandlers['audit.status'](session, {})).toMatchObject({ checked: { at, whole: true } })
  connection.exec("UPDATE person SET family_name = 'Б'")
  vi.advanceTimersByTime(86_400_000)
  await checked(2)
  expect(await auditHandlers['audit.status'](session, {})).toMatchObject({ checked: { at, whole: false } })
})

it('that can not be checked says why, until it can', async () => {
  const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
  onTestFinished(() => complaints.mockRestore())
  const { session } = openSession()
  const told = vi.spyOn(session, 'announce')
  vi.spyOn(session, 'query').mockImplementationOnce(() => {
    throw new TypeError('Үмбетова')
  })
  await session.integrity.check()
  expect(await auditHandlers['audit.status'](session, {})).toMatchObject({
    checked: null,
    hindered: { at, fault: 'internal' },
  })
  expect(told).toHaveBeenCalledWith({ changed: ['audit'] })
  expect(complaints.mock.calls.join()).toMatch(/^audit\.check: TypeError\n +at /)
  await session.integrity.check()
  expect(await auditHandlers['audit.status'](session, {})).toMatchObject({
    checked: { whole: true },
    hindered: null,
  })
})

it('whose pages can not be read is told to be damaged', async () => {
  const { session } = openSession()
  vi.spyOn(session, 'query').mockImplementationOnce(() => {
    throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT')
  })
  await session.integrity.check()
  expect(session.integrity.hindered).toEqual({ at, fault: 'vaultDamaged' })
})

it('that is locked meanwhile leaves the check, without a word', async () => {
  const { session } = openSession()
  const check = session.integrity.check()
  session.integrity.stop()
  await check
  expect(session.integrity.hindered).toBeNull()
})

it('whose pages can not be read ends nothing that is done by itself every minute', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
  onTestFinished(() => complaints.mockRestore())
  const { session } = openSession()
  session.start('vaultUnlocked', {})
  const query = vi.spyOn(session, 'query').mockImplementation(() => {
    throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT')
  })
  expect(() => vi.advanceTimersByTime(60_000)).not.toThrow()
  expect(complaints.mock.calls.join()).toContain('reminders: SqliteError SQLITE_CORRUPT')
  query.mockRestore()
})
