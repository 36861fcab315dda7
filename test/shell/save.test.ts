import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveWhole } from '../../src/main/shell/save.ts'
import { smallDisk } from '../engine/disk.ts'
import { scratchFolder } from '../engine/register.ts'

describe('a paper that is saved', () => {
  it('takes the place of the file of its name, and leaves nothing beside it', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'evidence.zip')
    writeFileSync(path, 'прежний')
    await saveWhole(path, new TextEncoder().encode('новый'))
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['новый', ['evidence.zip']])
  })

  it.skipIf(process.getuid?.() !== 0)(
    'leaves no half of it on a full disk, and what was there',
    async ({ skip }) => {
      const disk = smallDisk(1)
      if (!disk) return skip('this process may mount no disk')
      const path = join(disk, 'evidence.zip')
      writeFileSync(path, 'прежний')
      await expect(saveWhole(path, new Uint8Array(2 * 1_048_576))).rejects.toThrow('ENOSPC')
      expect([readFileSync(path, 'utf8'), readdirSync(disk)]).toEqual(['прежний', ['evidence.zip']])
    },
  )
})
