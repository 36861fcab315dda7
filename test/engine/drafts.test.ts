import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueReply, send, settingsFor, startServer } from './correspondence.ts'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { draftsOf, writeDraft } from '../../src/main/engine/drafts/store.ts'
import { eraseDrafts } from '../../src/main/engine/retention/erase-store.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { firstProtection } from '../../src/shared/model/protection.ts'
import { protectionHandlers } from '../../src/main/engine/protection/handlers.ts'
import { openSession } from './open-session.ts'
import { openRegister, passphrase, scratchFolder } from './register.ts'

const other = 'берег лодка весло туман'
const auditor = 'медь глина порох сургуч'

describe('a draft', () => {
  it('outlives a lock, lies in no file in the clear, and goes when it is dropped', async () => {
    const { ask, folder } = await openRegister()
    const value = JSON.stringify({ text: 'Позвонить Үмбетовой' })
    await ask('drafts.save', { name: 'note:17', about: 'ДС-2026-0017', value: 'раньше' })
    await ask('drafts.save', { name: 'note:17', about: 'ДС-2026-0017', value })
    await ask('vault.lock', {})
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('Позвонить'), name).toBe(false)
    }
    await ask('vault.unlock', { passphrase })
    expect(await ask('drafts.list', {})).toEqual({
      drafts: [{ name: 'note:17', about: 'ДС-2026-0017', savedAt: '2026-11-23T06:00:00.000Z' }],
    })
    expect((await ask('drafts.read', { name: 'note:17' })).draft?.value).toBe(value)
    await ask('drafts.drop', { name: 'note:17' })
    await ask('drafts.drop', { name: 'note:17' })
    expect(await ask('drafts.read', { name: 'note:17' })).toEqual({ draft: null })
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
  })

  it('is the officer’s own, whatever her name becomes; an auditor leaves none', async () => {
    const { ask, fail } = await openRegister()
    await ask('keys.add', { name: 'Б. Ермеков', role: 'officer', passphrase: other, current: passphrase })
    await ask('keys.add', { name: 'Т. Аудитор', role: 'auditor', passphrase: auditor, current: passphrase })
    const [self] = (await ask('officers.list', {})).officers
    if (!self) throw new Error('no officer')
    await ask('officers.save', { id: self.id, name: 'Ә. Сейітова', active: true })
    await ask('drafts.save', { name: 'newCase', about: '', value: 'моё' })
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase: other })
    expect((await ask('drafts.list', {})).drafts).toEqual([])
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase: auditor })
    expect((await ask('drafts.list', {})).drafts).toEqual([])
    expect(await fail('drafts.save', { name: 'newCase', about: '', value: '' })).toMatchObject({
      code: 'auditorReadsOnly',
    })
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase })
    expect((await ask('drafts.read', { name: 'newCase' })).draft?.value).toBe('моё')
  })

  it('is one of fifty: the oldest make room', async () => {
    const { ask, clock } = await openRegister()
    for (let number = 1; number <= 52; number += 1) {
      clock.set(new Date(Date.parse('2026-11-23T06:00:00Z') + number * 1000).toISOString())
      await ask('drafts.save', { name: `note:${number}`, about: '', value: '' })
    }
    const { drafts } = await ask('drafts.list', {})
    expect(drafts).toHaveLength(50)
    expect(drafts.at(-1)?.name).toBe('note:3')
  })
})

describe('the settings of the lock', () => {
  it('are careful at first, are kept, and their change is on record', async () => {
    const { session, connection } = openSession()
    expect(await protectionHandlers['protection.read'](session, {})).toEqual(firstProtection)
    const changed = { ...firstProtection, idleMinutes: null, hideFromCapture: true }
    await protectionHandlers['protection.save'](session, changed)
    expect(await protectionHandlers['protection.read'](session, {})).toEqual(changed)
    const details = connection
      .prepare("SELECT details FROM audit WHERE action = 'protectionSaved'")
      .pluck()
      .get()
    expect(JSON.parse(String(details))).toEqual({
      idleMinutes: { before: 15, now: null },
      hideFromCapture: { before: 'no', now: 'yes' },
    })
  })
})

describe('a vault', () => {
  it('is busy while a message is on its way or a backup is made, and not when it is over', async () => {
    const server = await startServer(['hangBeforeAnswer'])
    const desk = await openRegister()
    const { ask } = desk
    expect(await ask('vault.busy', {})).toEqual({ busy: false })
    const folder = join(scratchFolder(), 'backups')
    const { settings } = await ask('backups.state', {})
    await ask('backups.saveSettings', { ...settings, folder, automatic: false })
    const making = ask('backups.make', {})
    expect(await ask('vault.busy', {})).toEqual({ busy: true })
    await making
    expect(await ask('vault.busy', {})).toEqual({ busy: false })
    await ask('settings.saveSmtp', settingsFor(server))
    const { letterId } = await issueReply(desk)
    await send(desk, letterId)
    expect(await ask('vault.busy', {})).toEqual({ busy: true })
    await server.close()
    await expect.poll(async () => (await ask('vault.busy', {})).busy).toBe(false)
  })
})

describe('of a case that is destroyed', () => {
  it('the half-filled forms go, and those of others stay', async () => {
    const { connection } = openSession()
    connection.exec("INSERT INTO officer (id, name) VALUES (1, 'Ә. Қалиева')")
    const db = wrapDatabase(connection)
    const ofCase = ['note:17', 'step:17:decide', 'mail:17:3', 'clock:17:5:pause', 'newCase:claim-17']
    const ofOthers = [
      'note:1',
      'step:171:decide',
      'mail:3:17',
      'clock:5:17:pause',
      'newCase',
      'letterText:notice',
    ]
    for (const name of [...ofCase, ...ofOthers])
      writeDraft(db, 1, { name, about: '', savedAt: '2026-11-23T06:00:00.000Z', value: '{}' })
    eraseDrafts(db, CaseId.parse(17))
    expect(
      draftsOf(db, 1)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(ofOthers.toSorted())
  })
})
