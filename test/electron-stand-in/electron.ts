import { app as theApp } from './app.ts'
import { BrowserWindow as TheBrowserWindow } from './browser-window.ts'
import * as desktop from './desktop.ts'
import { ipcMain } from './ipc-main.ts'
import { loud } from './loud.ts'
import { Menu as TheMenu, MenuItem as TheMenuItem, Tray as TheTray } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { net as theNet } from './net.ts'
import { safeStorage as theSafeStorage } from './safe-storage.ts'
import { protocol as theProtocol } from './schemes.ts'
import { defaultSession } from './session.ts'
import { WebContents as TheWebContents } from './web-contents.ts'

export const app = theApp
export const BrowserWindow = loud('BrowserWindow', TheBrowserWindow)
export const clipboard = loud('clipboard', desktop.clipboard)
export const crashReporter = loud('crashReporter', { start(): void {} })
export const dialog = loud('dialog', desktop.dialog)
export const Menu = loud('Menu', TheMenu)
export const MenuItem = loud('MenuItem', TheMenuItem)
export const nativeImage = loud('nativeImage', desktop.nativeImage)
export const net = loud('net', theNet)
export const Notification = loud('Notification', desktop.Notification)
export const powerMonitor = loud('powerMonitor', desktop.powerMonitor)
export const protocol = loud('protocol', theProtocol)
export const safeStorage = loud('safeStorage', theSafeStorage)
export const screen = loud('screen', desktop.screen)
export const session = loud('session', { defaultSession })
export const shell = loud('shell', desktop.shell)
export const Tray = loud('Tray', TheTray)
export const webContents = loud('webContents', TheWebContents)
export { ipcMain, nativeTheme }

/** The module that the program imports as `electron`. */
const electron = loud('electron', {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
})

export { electron as default, electron as 'module.exports' }
