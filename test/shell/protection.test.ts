import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { lockWithoutPage, lockWithScreen, protect } from '../../src/main/shell/protection.ts'

/** What the shell does when the computer locks its screen or goes to sleep. */

const { app, contents, powerMonitor } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  const contents = Object.assign(new EventEmitter(), { reload: vi.fn<() => void>() })
  return { app: new EventEmitter(), contents, powerMonitor: new EventEmitter() }
})
vi.mock('electron', () => ({ app, powerMonitor }))

const asked = vi.fn<() => void>()
const desk = { webContents: { send: asked }, setContentProtection() {} } as unknown as BrowserWindow
const engine = { locks: 0, lock: vi.fn<() => void>() }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.clearAllMocks()
  lockWithScreen(engine, () => desk)
  protect(desk, { onScreenLock: true, hideFromCapture: false })
  onTestFinished(() => {
    powerMonitor.removeAllListeners()
    vi.useRealTimers()
  })
})

it.each(['lock-screen', 'suspend'])(
  '%s: the desk is asked first, and not waited for longer than a second',
  (event) => {
    powerMonitor.emit(event)
    expect(asked).toHaveBeenCalledExactlyOnceWith('event', { asked: 'lockNow' })
    vi.advanceTimersByTime(999)
    expect(engine.lock).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(engine.lock).toHaveBeenCalledOnce()
  },
)

it('a desk that locked by itself is not locked again, though it was opened since', () => {
  powerMonitor.emit('lock-screen')
  engine.locks += 1
  vi.advanceTimersByTime(60_000)
  expect(engine.lock).not.toHaveBeenCalled()
})

it.each(['lock-screen', 'suspend'])('%s: nothing is locked where that is switched off', (event) => {
  protect(desk, { onScreenLock: false, hideFromCapture: false })
  powerMonitor.emit(event)
  vi.advanceTimersByTime(60_000)
  expect(asked).not.toHaveBeenCalled()
  expect(engine.lock).not.toHaveBeenCalled()
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
