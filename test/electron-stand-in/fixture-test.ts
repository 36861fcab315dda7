import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp } from '../e2e/launch.ts'

/** What the fixture's main module shows to tests. */
export type Fixture = {
  openWindow: () => Electron.BrowserWindow
  secondInstances: string[][]
  vetoes: string[]
  opened: string[]
  senders: [boolean, string][]
  vetoClose: boolean
}
/** What the fixture's preload shows to its page. */
export type Desk = {
  platform: string
  call: (channel: string, ...args: unknown[]) => Promise<unknown>
  shout: (text: string) => void
  onShouted: (listener: (text: string) => void) => () => void
  pathOf: (file: File) => string
}
declare const fixture: Fixture

export const program = join(import.meta.dirname, 'fixture')

/** A test with the fixture running, in user data of its own. */
export const test = base.extend<{ userData: string; app: ElectronApplication; page: Page }>({
  // oxlint-disable-next-line no-empty-pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-spec-'))
    await use(folder)
    rmSync(folder, { recursive: true, maxRetries: 5 })
  },
  app: async ({ userData }, use) => {
    const app = await launchApp({ program, userData })
    await use(app)
    await app.evaluate(() => void (fixture.vetoClose = false)).catch(() => {})
    await app.close()
  },
  page: async ({ app }, use) => {
    await use(await app.firstWindow())
  },
})
