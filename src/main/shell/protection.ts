import { app, powerMonitor, type BrowserWindow, type WebContents } from 'electron'
import type { EngineEvent, Output, ShellEvent } from '../../shared/contract/index.ts'
import type { Protection } from '../../shared/model/protection.ts'
import type { EngineClient } from './engine-client.ts'

type Engine = Pick<EngineClient, 'lock' | 'locks' | 'locksAsked' | 'call'>
type DeskOf = () => BrowserWindow | null

/** How long the desk has to put away what was typed and to lock, on a slow computer, too. */
const deskHasMs = 10_000
/** Before sleep the key does not wait for that. */
const beforeSleepMs = 1_000

/** What the officer has set, as the register tells it: a page that was taken over has no say in it. Null: no vault is open. */
let settings: Protection | null = null

/** Null while no vault is open, or where it is not to be locked by itself. */
export function idleMinutes(): number | null {
  return settings?.idleMinutes ?? null
}

/** Follows what is set for the open vault, and does what of it is the window's. */
export async function followSettings(engine: Engine, deskOf: DeskOf, event: EngineEvent): Promise<void> {
  if (!('changed' in event) || !event.changed.some((noun) => noun === 'vault' || noun === 'protection'))
    return
  const status = await engine.call('vault.status', {})
  if (!status.ok || (status.value as Output<'vault.status'>).state !== 'open') {
    settings = null
    return
  }
  const read = await engine.call('protection.read', {})
  // While the register is encrypted anew it tells nothing, and what was set holds.
  if (!read.ok) return
  settings = read.value as Output<'protection.read'>
  deskOf()?.setContentProtection(settings.hideFromCapture)
}

/**
 * Locks the vault. The desk is asked first, so that it keeps what was typed; one that does not answer is not waited for, and
 * begins anew: it hangs, or is no longer ours, and shows what it has read.
 */
export function lockVault(engine: Engine, deskOf: DeskOf, withinMs = deskHasMs): void {
  const contents = deskOf()?.webContents
  if (!settings || !contents) return engine.lock()
  contents.send('event', { asked: 'lockNow' } satisfies ShellEvent)
  const { locks, locksAsked } = engine
  setTimeout(() => {
    if (engine.locks === locks) engine.lock()
  }, withinMs)
  setTimeout(() => {
    if (engine.locksAsked === locksAsked) beginAnew(contents)
  }, deskHasMs)
}

/** With the screen of the computer (macOS, Windows), and before it sleeps. */
export function lockWithScreen(engine: Engine, deskOf: DeskOf): void {
  const lock = (withinMs: number): void => {
    if (settings?.onScreenLock !== false) lockVault(engine, deskOf, withinMs)
  }
  powerMonitor.on('lock-screen', () => lock(deskHasMs))
  powerMonitor.on('suspend', () => lock(beforeSleepMs))
}

/** A page that broke down locks nothing by itself any more, and shows nothing: the vault is locked for it, and it begins anew. */
export function lockWithoutPage(engine: Pick<EngineClient, 'lock'>): void {
  app.on('web-contents-created', (_event, contents) =>
    contents.on('render-process-gone', (_gone, { reason }) => {
      // It was closed; the last backup is still to come.
      if (reason === 'clean-exit') return
      engine.lock()
      if (reason !== 'launch-failed') contents.reload()
    }),
  )
}

/** In a process of its own, whatever the old one is doing: `lockWithoutPage` hears of its end. */
export function beginAnew(contents: WebContents): void {
  if (!contents.isDestroyed()) contents.forcefullyCrashRenderer()
}
