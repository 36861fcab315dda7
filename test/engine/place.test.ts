import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeRisk } from '../../src/main/engine/backup/place.ts'
import { firstBackupSettings } from '../../src/shared/model/backup.ts'
import { openRegister, scratchFolder } from './register.ts'

/** Where the vault and its backups should not lie. */

describe('the place of a vault', () => {
  it.each([
    [String.raw`\\server\share\vault`, 'network', 'UNC'],
    ['//server/share/vault', 'network', 'UNC'],
    [String.raw`C:\Users\a\OneDrive - Пример\vault`, 'synchronised', 'OneDrive'],
    [String.raw`C:\Users\a\Dropbox\vault`, 'synchronised', 'Dropbox'],
    ['/Users/a/Library/CloudStorage/x', 'synchronised', 'iCloud'],
    [String.raw`C:\Users\a\YandexDisk\vault`, 'synchronised', 'Yandex.Disk'],
    [String.raw`G:\Мой диск\vault`, 'synchronised', 'Google Drive'],
  ])('%s is told to be %s', (folder, kind, by) => {
    expect(placeRisk(folder)).toEqual({ kind, by })
  })

  it('is where a link leads', () => {
    const root = scratchFolder()
    mkdirSync(join(root, 'Dropbox', 'работа'), { recursive: true })
    symlinkSync(join(root, 'Dropbox', 'работа'), join(root, 'данные'))
    const risk = { kind: 'synchronised', by: 'Dropbox' }
    expect(placeRisk(join(root, 'данные', 'vault'))).toEqual(risk)
  })

  it('on a disk of this computer is told to be nothing', () => {
    expect(placeRisk(join(scratchFolder(), 'not', 'there', 'yet'))).toBeNull()
    expect(placeRisk(String.raw`\\?\C:\vault`)).toBeNull()
  })
})

describe('the place of backups', () => {
  it('is not in that of the vault, whose place another takes with all that lies there', async () => {
    const { ask, fail, folder } = await openRegister()
    for (const inside of [folder, join(folder, 'copies'), join(folder, '..', 'vault', 'a', 'b')])
      expect(await fail('backups.saveSettings', { ...firstBackupSettings, folder: inside })).toEqual({
        code: 'backupFolderInVault',
        details: {},
      })
    await ask('backups.saveSettings', { ...firstBackupSettings, folder: `${folder}-copies` })
  })
})
