import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import {
  followSettings,
  idleMinutes,
  lockWithoutPage,
  lockWithScreen,
} from '../../src/main/shell/protection.ts'
import { fail, ok, type Result } from '../../src/shared/errors.ts'
import { firstProtection } from '../../src/shared/model/protection.ts'

/** What the shell does when the computer locks its screen or goes to sleep. */

const { app, contents, powerMonitor } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  const contents = Object.assign(new EventEmitter(), {
    reload: vi.fn<() => void>(),
    send: vi.fn<() => void>(),
    forcefullyCrashRenderer: vi.fn<() => void>(),
    isDestroyed: () => false,
  })
  return { app: new EventEmitter(), contents, powerMonitor: new EventEmitter() }
})
vi.mock('electron', () => ({ app, powerMonitor }))

const hide = vi.fn<(hidden: boolean) => void>()
const desk = { webContents: contents, setContentProtection: hide } as unknown as BrowserWindow
const vault = { state: 'open', settings: ok(firstProtection) as Result<unknown> }
const engine = {
  locks: 0,
  locksAsked: 0,
  lock: vi.fn<() => void>(),
  call: (name: string) =>
    Promise.resolve(name === 'vault.status' ? ok({ state: vault.state }) : vault.settings),
}

const follow = (changed: 'vault' | 'protection' = 'vault') =>
  followSettings(engine, () => desk, { changed: [changed] })

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.clearAllMocks()
  vault.state = 'open'
  vault.settings = ok(firstProtection)
  lockWithScreen(engine, () => desk)
  await follow()
  onTestFinished(() => {
    powerMonitor.removeAllListeners()
    vi.useRealTimers()
  })
})

it.each([
  ['lock-screen', 10_000],
  ['suspend', 1_000],
])(
  '%s: the desk is asked first; after %i ms it is not waited for, and begins anew where it never answers',
  (event, withinMs) => {
    powerMonitor.emit(event)
    expect(contents.send).toHaveBeenCalledExactlyOnceWith('event', { asked: 'lockNow' })
    vi.advanceTimersByTime(withinMs - 1)
    expect(engine.lock).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(engine.lock).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(10_000 - withinMs)
    expect(contents.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  },
)

it('a desk that locked by itself is not locked again, though it was opened since, and stays', () => {
  powerMonitor.emit('lock-screen')
  engine.locks += 1
  engine.locksAsked += 1
  vi.advanceTimersByTime(60_000)
  expect(engine.lock).not.toHaveBeenCalled()
  expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled()
})

it('a desk that is slow before sleep is locked without it, and stays once it has answered', () => {
  powerMonitor.emit('suspend')
  vi.advanceTimersByTime(1_000)
  expect(engine.lock).toHaveBeenCalledOnce()
  engine.locksAsked += 1
  vi.advanceTimersByTime(60_000)
  expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled()
})

it('where no vault is open there is nobody to ask: what is being opened is locked at once, and the page stays', async () => {
  vault.state = 'locked'
  await follow()
  powerMonitor.emit('lock-screen')
  expect(engine.lock).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(60_000)
  expect(contents.send).not.toHaveBeenCalled()
  expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled()
})

it.each(['lock-screen', 'suspend'])('%s: nothing is locked where that is switched off', async (event) => {
  vault.settings = ok({ ...firstProtection, onScreenLock: false })
  await follow('protection')
  powerMonitor.emit(event)
  vi.advanceTimersByTime(60_000)
  expect(contents.send).not.toHaveBeenCalled()
  expect(engine.lock).not.toHaveBeenCalled()
})

it('what is set comes from the register, and holds while it tells nothing', async () => {
  expect(idleMinutes()).toBe(15)
  vault.settings = ok({ ...firstProtection, idleMinutes: 5, hideFromCapture: true })
  await followSettings(engine, () => desk, { changed: ['cases'] })
  expect(idleMinutes()).toBe(15)
  await follow('protection')
  expect([idleMinutes(), hide.mock.lastCall]).toEqual([5, [true]])
  vault.settings = fail('vaultLocked', {})
  await follow()
  expect(idleMinutes()).toBe(5)
  vault.state = 'locked'
  await follow()
  expect(idleMinutes()).toBeNull()
})

it.each([
  ['crashed', 1, 1],
  ['oom', 1, 1],
  ['launch-failed', 1, 0],
  ['clean-exit', 0, 0],
])('a page that is gone (%s): locked %i times, begun anew %i times', (reason, locked, reloaded) => {
  lockWithoutPage(engine)
  onTestFinished(() => {
    app.removeAllListeners()
    contents.removeAllListeners()
  })
  app.emit('web-contents-created', {}, contents)
  contents.emit('render-process-gone', {}, { reason })
  expect(engine.lock).toHaveBeenCalledTimes(locked)
  expect(contents.reload).toHaveBeenCalledTimes(reloaded)
})
