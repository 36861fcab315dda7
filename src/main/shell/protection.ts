import { app, powerMonitor, type BrowserWindow } from 'electron'
import type { Input, ShellEvent } from '../../shared/contract/index.ts'
import type { EngineClient } from './engine-client.ts'

/** How long the desk has to put away what was typed before the vault is locked without it. */
const deskHasMs = 1_000

/** Until the desk has said otherwise. */
let locksWithScreen = true

/** What the officer has set: whether the vault is locked with the screen, and whether screenshots show the window. */
export function protect(
  desk: BrowserWindow,
  { onScreenLock, hideFromCapture }: Input<'desktop.protect'>,
): Record<string, never> {
  locksWithScreen = onScreenLock
  desk.setContentProtection(hideFromCapture)
  return {}
}

/**
 * Locks the vault with the screen of the computer (macOS, Windows) and before it sleeps. The desk is asked first, so that
 * it keeps what was typed; a desk that does not answer is not waited for.
 */
export function lockWithScreen(
  engine: Pick<EngineClient, 'lock' | 'locks'>,
  deskOf: () => BrowserWindow | null,
): void {
  const lock = (): void => {
    if (!locksWithScreen) return
    deskOf()?.webContents.send('event', { asked: 'lockNow' } satisfies ShellEvent)
    const { locks } = engine
    setTimeout(() => {
      if (engine.locks === locks) engine.lock()
    }, deskHasMs)
  }
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
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
