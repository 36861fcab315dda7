import { performance } from 'node:perf_hooks'
import { app, dialog, type BrowserWindow, type WebContents } from 'electron'
import type { Output } from '../../shared/contract/index.ts'
import type { EngineClient } from './engine-client.ts'
import { beginAnew, idleMinutes, lockVault } from './protection.ts'

const minuteMs = 60_000
const lookMs = 1_000
/** Work may hold the lock off for so long; a server that answers drop by drop would hold it off for ever. */
const mostHeldOffMs = 30 * minuteMs

/** When somebody last did something in the window, by two clocks: one may stand still while the computer sleeps, the other can be set. */
let lastSign = { ran: performance.now(), at: Date.now() }

function noteSign(): void {
  lastSign = { ran: performance.now(), at: Date.now() }
}

function idleMs(): number {
  return Math.max(performance.now() - lastSign.ran, Date.now() - lastSign.at)
}

/**
 * Locks after the set minutes without a key or a movement in the window. It hears of them before the page does, and of none
 * that scripts make up. While an answer is awaited, long work runs or a message is on its way, it waits for that, and for the
 * last backup, half an hour at most.
 */
export function lockWhenIdle(engine: EngineClient, deskOf: () => BrowserWindow | null): void {
  app.on('web-contents-created', (_event, contents) => hearSigns(engine, contents))
  let wasOpen = false
  const look = async (): Promise<void> => {
    const minutes = idleMinutes()
    // Whoever has just opened the vault, or set the minutes, is there.
    if (minutes !== null && !wasOpen) noteSign()
    wasOpen = minutes !== null
    if (minutes === null) return
    const overdueMs = (): number => idleMs() - minutes * minuteMs
    if (overdueMs() < 0) return
    if (overdueMs() < mostHeldOffMs) {
      if (await isAtWork(engine)) return
      // Nobody waits for it now, and the evening's work is not left on one disk. The lock itself waits for no backup.
      await engine.call('backups.beforeLock', {})
    }
    if (overdueMs() < 0) return
    noteSign()
    lockVault(engine, deskOf)
  }
  setInterval(() => void look(), lookMs)
}

async function isAtWork(engine: EngineClient): Promise<boolean> {
  if (engine.isAnswering) return true
  const asked = await engine.call('vault.busy', {})
  return !asked.ok || (asked.value as Output<'vault.busy'>).busy
}

/** What is done to a page that hangs is no work in the register. */
function hearSigns(engine: EngineClient, contents: WebContents): void {
  let hanging: AbortController | null = null
  const answers = (): void => {
    hanging?.abort()
    hanging = null
  }
  contents.on('input-event', () => {
    if (!hanging) noteSign()
  })
  contents.on('unresponsive', () => {
    if (hanging) return
    hanging = new AbortController()
    void offerToLock(engine, contents, hanging.signal)
  })
  contents.on('responsive', answers)
  contents.on('render-process-gone', answers)
}

/** In such a page no key locks, and no button closes it. */
async function offerToLock(engine: EngineClient, contents: WebContents, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Жауап',
    message: 'Окно не отвечает · Терезе жауап бермейді · The window does not respond',
    buttons: [
      'Подождать · Күте тұру · Wait',
      'Заблокировать и открыть заново · Құлыптап, қайта ашу · Lock and open anew',
    ],
    defaultId: 0,
    cancelId: 0,
    signal,
  })
  if (response !== 1 || signal.aborted) return
  engine.lock()
  beginAnew(contents)
}
