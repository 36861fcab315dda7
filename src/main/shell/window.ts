import { app, BrowserWindow } from 'electron'
import { deskUrl } from './desk-protocol.ts'

/** The desk's window. Its page is sandboxed, has no Node and no door but the preload's wire. */
export function openDesk(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Жауап',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // A file dropped beside the place for it does not replace the desk.
      navigateOnDragDrop: false,
      disableDialogs: true,
      devTools: !app.isPackaged,
      // The system's spell checker may send words elsewhere.
      spellcheck: false,
    },
  })
  // The taskbar and the system's lists of windows show it, also over a lock: a screen's title may name a person.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  // It rejects when the window is closed before it has loaded.
  window.loadURL(deskUrl).catch(() => undefined)
  return window
}
