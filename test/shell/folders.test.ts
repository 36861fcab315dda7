import { expect, it } from 'vitest'
import { z } from 'zod'
import { namesPickedFolder, namingFolder, notePicked } from '../../src/main/shell/folders.ts'
import { engineContract } from '../../src/shared/contract/index.ts'
import { ok } from '../../src/shared/errors.ts'

const engine = { call: () => Promise.resolve(ok({ settings: { folder: '/media/copies' } })) }
const may = (name: string, input: unknown): Promise<boolean> => namesPickedFolder(engine, name, input)

it('every call that names a folder is known', () => {
  const naming = Object.entries(engineContract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).flatMap(([verb, { input }]) => {
      const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
      return Object.keys(properties)
        .filter((field) => /folder|path|file|directory/i.test(field))
        .map((field) => [`${noun}.${verb}`, field])
    }),
  )
  expect(Object.fromEntries(naming)).toEqual(namingFolder)
})

it('a folder that nobody picked is named in vain', async () => {
  for (const folder of ['/etc', String.raw`\\evil\share`, '/media/copies/..', 'C:\\', '.']) {
    expect(await may('backups.saveSettings', { folder })).toBe(false)
    expect(await may('vault.backupsIn', { folder })).toBe(false)
    expect(await may('vault.restore', { path: folder })).toBe(false)
  }
  expect(await may('vault.backupsIn', { folder: '/media/copies' })).toBe(false)
})

it('one that was picked, a backup in it, and where backups go already may be named', async () => {
  notePicked('/media/stick')
  expect(await may('backups.saveSettings', { folder: '/media/stick' })).toBe(true)
  expect(await may('vault.backupsIn', { folder: '/media/stick/' })).toBe(true)
  expect(await may('vault.restore', { path: '/media/stick/zhauap-20261123T060000Z' })).toBe(true)
  expect(await may('vault.restore', { path: '/media/stick/../etc/x' })).toBe(false)
  expect(await may('backups.saveSettings', { folder: '/media/copies' })).toBe(true)
})

it('a call that names none is none of its business', async () => {
  for (const [name, input] of [
    ['backups.saveSettings', { folder: null }],
    ['backups.saveSettings', { folder: 7 }],
    ['vault.restore', null],
    ['cases.list', { folder: '/etc' }],
    ['__proto__', { folder: '/etc' }],
  ] as const)
    expect(await may(name, input)).toBe(true)
})
