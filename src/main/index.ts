import { fileURLToPath } from 'node:url'
import { app, Menu, type BrowserWindow } from 'electron'
import { bindCalls } from './shell/bind-ipc.ts'
import { clearCopied } from './shell/copied.ts'
import { registerDeskScheme, serveDesk } from './shell/desk-protocol.ts'
import { startEngine } from './shell/engine-client.ts'
import { guardContents, guardProcess, guardSession, mayStart } from './shell/guard.ts'
import { findPlaces } from './shell/places.ts'
import { lockWhenIdle } from './shell/idle-lock.ts'
import { followSettings, lockWithoutPage, lockWithScreen } from './shell/protection.ts'
import { setBadge } from './shell/reminders.ts'
import { openDesk } from './shell/window.ts'

const pathTo = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

let desk: BrowserWindow | null = null
/** The engine is closing: there is nothing left to show. */
let isEnding = false

function showDesk(): void {
  if (isEnding) return
  if (!desk) {
    desk = openDesk(pathTo('../preload/index.cjs'))
    desk.on('closed', () => {
      desk = null
    })
    return
  }
  if (desk.isMinimized()) desk.restore()
  desk.focus()
}

async function start(): Promise<void> {
  await app.whenReady()
  guardSession()
  // The desk has its own keys; without a menu none of the browser's stay (reload, developer tools).
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  serveDesk(pathTo('../renderer'))
  const deskOf = (): BrowserWindow | null => desk
  const engine = startEngine(
    new URL('./engine.js', import.meta.url),
    findPlaces(),
    (event) => {
      desk?.webContents.send('event', event)
      void followSettings(engine, deskOf, event)
    },
    () => {
      void clearCopied()
      if (desk) setBadge(desk, { count: 0, tray: null })
    },
  )
  bindCalls(engine, deskOf)
  lockWithScreen(engine, deskOf)
  lockWhenIdle(engine, deskOf)
  lockWithoutPage(engine)
  app.on('second-instance', showDesk)
  app.on('activate', showDesk)
  app.on('window-all-closed', () => app.quit())
  closeEngineBeforeQuit(async () => {
    await clearCopied()
    await engine.close()
  })
  showDesk()
}

/** The program ends when the vault is locked, not before. */
function closeEngineBeforeQuit(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    isEnding = true
    void close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

app.setName('zhauap')
if (!mayStart()) {
  app.exit(2)
} else if (app.requestSingleInstanceLock()) {
  guardProcess()
  registerDeskScheme()
  guardContents()
  start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    app.exit(1)
  })
} else {
  app.quit()
}
