import { join } from 'node:path'
import { app, Menu, nativeImage, type NativeImage, Notification, Tray, type BrowserWindow } from 'electron'
import type { Input, ShellEvent } from '../../shared/contract/index.ts'
import { resourcesFolder } from './places.ts'

let tray: Tray | null = null
/** Held until they are gone: a notification that is collected as garbage hears no click. */
const shown = new Set<Notification>()

export function notify(desk: BrowserWindow, { title, body }: Input<'desktop.notify'>): Record<string, never> {
  if (!Notification.isSupported()) return {}
  const notification = new Notification({ title, body })
  shown.add(notification)
  notification.on('click', () => ask(desk, 'daySheet'))
  notification.on('close', () => shown.delete(notification))
  notification.show()
  return {}
}

export function setBadge(
  desk: BrowserWindow,
  { count, tray: words }: Input<'desktop.badge'>,
): Record<string, never> {
  // Windows marks the button of the window; macOS and some desktops of Linux draw the number. The tray tells the rest.
  if (process.platform === 'win32')
    desk.setOverlayIcon(count > 0 ? iconOf('badge') : null, words?.tooltip ?? '')
  else app.setBadgeCount(count)
  if (!words) {
    tray?.destroy()
    tray = null
    return {}
  }
  tray ??= newTray(desk)
  tray.setToolTip(words.tooltip)
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'open', label: words.open, click: () => ask(desk, 'daySheet') },
      { id: 'lock', label: words.lock, click: () => ask(desk, 'lock') },
      { id: 'quit', label: words.quit, click: () => app.quit() },
    ]),
  )
  return {}
}

function iconOf(name: 'tray' | 'badge'): NativeImage {
  return nativeImage.createFromPath(join(resourcesFolder(), 'icons', `${name}.png`))
}

function newTray(desk: BrowserWindow): Tray {
  const made = new Tray(iconOf('tray'))
  made.on('click', () => ask(desk, 'daySheet'))
  desk.once('closed', () => {
    made.destroy()
    if (tray === made) tray = null
  })
  return made
}

/** Brings the window to the front; the desk itself goes where it is asked. */
function ask(desk: BrowserWindow, asked: ShellEvent['asked']): void {
  if (desk.isDestroyed()) return
  if (desk.isMinimized()) desk.restore()
  desk.show()
  desk.focus()
  desk.webContents.send('event', { asked } satisfies ShellEvent)
}
