import { basename } from 'node:path'
import { app, dialog } from 'electron'
import { AppFailure } from '../../shared/errors.ts'
import type { ShellHandlers } from './bind-ipc.ts'
import { noteCopied } from './copied.ts'
import { notePicked } from './folders.ts'
import { readLicences } from './licences.ts'
import { notify, setBadge } from './reminders.ts'
import { saveWhole } from './save.ts'

/** What only Electron can do for the desk. */
export const desktopHandlers: ShellHandlers = {
  'desktop.about': () => ({ version: app.getVersion(), electron: process.versions.electron ?? '' }),
  'desktop.licences': async () => ({ licences: await readLicences() }),
  'desktop.saveFile': async ({ desk, engine }, { name, bytes, paper }) => {
    const { locks } = engine
    const { canceled, filePath } = await dialog.showSaveDialog(desk, {
      defaultPath: basename(name),
      properties: ['dontAddToRecent'],
    })
    if (canceled || !filePath) return { saved: false }
    // The dialog stands over a locked register, too: whoever answers it there gets nothing.
    if (engine.locks !== locks) throw new AppFailure('vaultLocked', {})
    const noted = paper && (await engine.call('audit.noteSaved', paper))
    if (noted && !noted.ok) throw new AppFailure(noted.error.code, noted.error.details)
    await saveWhole(filePath, bytes).catch(() => {
      throw new AppFailure('fileUnwritable', {})
    })
    return { saved: true }
  },
  'desktop.pickFolder': async ({ desk }, { title }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(desk, {
      title,
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    })
    const [folder = null] = canceled ? [] : filePaths
    if (folder !== null) notePicked(folder)
    return { folder }
  },
  'desktop.noteCopied': async (_shell, { clearAfterSeconds }) => {
    await noteCopied(clearAfterSeconds)
    return {}
  },
  'desktop.notify': ({ desk }, words) => notify(desk, words),
  'desktop.badge': ({ desk }, mark) => setBadge(desk, mark),
}
