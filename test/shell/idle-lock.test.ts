import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { lockWhenIdle } from '../../src/main/shell/idle-lock.ts'
import { followSettings } from '../../src/main/shell/protection.ts'
import { ok } from '../../src/shared/errors.ts'
import { firstProtection } from '../../src/shared/model/protection.ts'

/** The register that is left alone: the shell counts the time, whatever the page does or says. */

const { app, contents, dialog, powerMonitor } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  type Box = { signal: AbortSignal }
  const contents = Object.assign(new EventEmitter(), {
    send: vi.fn<() => void>(),
    forcefullyCrashRenderer: vi.fn<() => void>(),
    isDestroyed: () => false,
  })
  const dialog = { showMessageBox: vi.fn<(box: Box) => Promise<{ response: number }>>() }
  return { app: new EventEmitter(), contents, dialog, powerMonitor: new EventEmitter() }
})
vi.mock('electron', () => ({ app, dialog, powerMonitor }))
vi.mock('node:perf_hooks', () => ({ performance: { now: () => clock.ran } }))

/** The time that ran while the computer was awake, and what its clock shows. */
const clock = vi.hoisted(() => ({ ran: 0 }))
const vault = { state: 'open', busy: false, protection: firstProtection }
const backup = vi.fn<() => unknown>(() => ({}))
const answers: Record<string, () => unknown> = {
  'backups.beforeLock': backup,
  'vault.status': () => ({ state: vault.state }),
  'vault.busy': () => ({ busy: vault.busy }),
  'protection.read': () => vault.protection,
}
const engine = {
  locks: 0,
  locksAsked: 0,
  isAnswering: false,
  lock: vi.fn<() => void>(() => {
    engine.locks += 1
    vault.state = 'locked'
  }),
  call: async (name: string) => ok(await answers[name]?.()),
  close: () => Promise.resolve(),
}
const desk = { webContents: contents, setContentProtection() {} } as unknown as BrowserWindow

/** Goes on second by second, as the shell looks. */
async function pass(seconds: number, { asleep = false } = {}): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    if (!asleep) clock.ran += 1_000
    await vi.advanceTimersByTimeAsync(1_000)
  }
}

const minutes = 60
const touch = (): void => void contents.emit('input-event', {}, { type: 'mouseMove' })

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] })
  vi.clearAllMocks()
  Object.assign(vault, { state: 'open', busy: false, protection: { ...firstProtection, idleMinutes: 5 } })
  engine.isAnswering = false
  await followSettings(engine, () => desk, { changed: ['vault'] })
  lockWhenIdle(engine, () => desk)
  app.emit('web-contents-created', {}, contents)
  touch()
  await pass(1)
  onTestFinished(() => {
    app.removeAllListeners()
    contents.removeAllListeners()
    vi.useRealTimers()
  })
})

it('asks the desk to lock after the set minutes without a key or a movement, and locks without it', async () => {
  await pass(4 * minutes)
  touch()
  await pass(5 * minutes - 2)
  expect(contents.send).not.toHaveBeenCalled()
  await pass(2)
  expect(contents.send).toHaveBeenCalledExactlyOnceWith('event', { asked: 'lockNow' })
  expect(engine.lock).not.toHaveBeenCalled()
  await pass(10)
  expect(engine.lock).toHaveBeenCalledOnce()
  expect(contents.forcefullyCrashRenderer).toHaveBeenCalledOnce()
})

it('never locks by itself where that is set, nor where no vault is open', async () => {
  vault.protection = { ...vault.protection, idleMinutes: null }
  await followSettings(engine, () => desk, { changed: ['protection'] })
  await pass(60 * minutes)
  vault.state = 'locked'
  await followSettings(engine, () => desk, { changed: ['vault'] })
  await pass(60 * minutes)
  expect(contents.send).not.toHaveBeenCalled()
  expect(engine.lock).not.toHaveBeenCalled()
})

it('counts anew from the opening of the vault', async () => {
  vault.state = 'locked'
  await followSettings(engine, () => desk, { changed: ['vault'] })
  await pass(60 * minutes)
  vault.state = 'open'
  await followSettings(engine, () => desk, { changed: ['vault'] })
  await pass(5 * minutes - 2)
  expect(contents.send).not.toHaveBeenCalled()
  await pass(3)
  expect(contents.send).toHaveBeenCalled()
})

it.each(['busy', 'isAnswering'] as const)('waits for work (%s), half an hour at most', async (work) => {
  if (work === 'busy') vault.busy = true
  else engine.isAnswering = true
  await pass(34 * minutes)
  expect(contents.send).not.toHaveBeenCalled()
  await pass(1 * minutes + 1)
  expect(contents.send).toHaveBeenCalledOnce()
})

it('the last backup is made first, and what it takes holds the lock off no longer than other work', async () => {
  backup.mockImplementationOnce(() => {
    engine.isAnswering = true
    return new Promise(() => undefined)
  })
  await pass(34 * minutes)
  expect(backup).toHaveBeenCalledOnce()
  expect(contents.send).not.toHaveBeenCalled()
  await pass(1 * minutes + 1)
  expect(backup).toHaveBeenCalledOnce()
  expect(contents.send).toHaveBeenCalledOnce()
})

it('whoever comes back during the last backup goes on working', async () => {
  backup.mockImplementationOnce(async () => {
    await Promise.resolve()
    touch()
  })
  await pass(5 * minutes + 2)
  expect(contents.send).not.toHaveBeenCalled()
})

it('counts the time that the computer slept, and no clock that is set back makes it wait', async () => {
  await pass(2 * minutes)
  vi.setSystemTime(Date.now() - 86_400_000)
  await pass(3 * minutes)
  expect(contents.send).toHaveBeenCalledOnce()
  await pass(2)
  vault.state = 'open'
  touch()
  await followSettings(engine, () => desk, { changed: ['vault'] })
  await pass(5 * minutes, { asleep: true })
  expect(contents.send).toHaveBeenCalledTimes(2)
})

it('what is done to a page that hangs is no work; once it answers again it is', async () => {
  dialog.showMessageBox.mockResolvedValue({ response: 0 })
  contents.emit('unresponsive')
  await pass(4 * minutes)
  touch()
  await pass(1 * minutes)
  expect(contents.send).toHaveBeenCalledOnce()
  contents.send.mockClear()
  vault.state = 'open'
  await followSettings(engine, () => desk, { changed: ['vault'] })
  contents.emit('responsive')
  await pass(4 * minutes)
  touch()
  await pass(4 * minutes)
  expect(contents.send).not.toHaveBeenCalled()
})

it('a page that hangs can be locked and begun anew at once; the question goes where it answers after all', async () => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
  contents.emit('unresponsive')
  contents.emit('unresponsive')
  await pass(0)
  expect(dialog.showMessageBox).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(engine.lock).toHaveBeenCalledOnce())
  expect(contents.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  contents.emit('render-process-gone', {}, { reason: 'killed' })

  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
  contents.emit('unresponsive')
  const [, again] = dialog.showMessageBox.mock.calls
  expect(again?.[0].signal.aborted).toBe(false)
  contents.emit('responsive')
  expect(again?.[0].signal.aborted).toBe(true)
})
