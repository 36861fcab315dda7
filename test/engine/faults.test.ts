import { everything } from '../../src/shared/model/list.ts'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../src/main/engine/app.ts'
import { auditHandlers } from '../../src/main/engine/audit/handlers.ts'
import { caseHandlers } from '../../src/main/engine/cases/handlers.ts'
import { asFailure } from '../../src/main/engine/faults.ts'
import { letterHandlers } from '../../src/main/engine/letters/handlers.ts'
import { mailHandlers } from '../../src/main/engine/mail/handlers.ts'
import { settingsHandlers } from '../../src/main/engine/settings/handlers.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { AuditFilter } from '../../src/shared/model/audit.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { openSession, ports } from './open-session.ts'
import { newCase, organisation, passphrase, scratchFolder } from './register.ts'

const cheap = { memoryKiB: 8_192, passes: 1, lanes: 1 }
const list = { search: '', filter: 'all', narrow: everything, sort: null, after: null, limit: 10 } as const

describe('a full disk', () => {
  it('refuses a registration whole: no row, no number, no record', async () => {
    const { session, connection } = openSession()
    await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    const before = await auditHandlers['audit.verify'](session, { task: null, saved: null })
    const pages = Number(connection.pragma('page_count', { simple: true }))
    connection.pragma(`max_page_count = ${pages}`)
    const attachments = [{ name: 'a', mime: '', bytes: new Uint8Array(1_048_576) }]
    const large = NewCase.parse(newCase({ attachments }))
    await expect(caseHandlers['cases.register'](session, large)).rejects.toMatchObject({
      code: 'SQLITE_FULL',
    })
    connection.pragma('max_page_count = 1000000')
    expect(await auditHandlers['audit.verify'](session, { task: null, saved: null })).toEqual(before)
    const again = await caseHandlers['cases.register'](session, large)
    expect(again.number).toBe('ДС-2026-0002')
    expect((await caseHandlers['cases.list'](session, list)).rows).toHaveLength(2)
  })
})

describe('a disk that takes nothing any more', () => {
  it('refuses the deed whole, in words, and what was is read on', async () => {
    const { session, connection } = openSession()
    await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    // As SQLite tells of a file system that went over to reading only.
    connection.pragma('query_only = ON')
    const refused = await Promise.resolve()
      .then(() => caseHandlers['cases.register'](session, NewCase.parse(newCase())))
      .catch((error: unknown) => asFailure(error, 'cases.register', '/vault').error)
    expect(refused).toEqual({ code: 'folderUnwritable', details: { folder: '/vault' } })
    expect((await caseHandlers['cases.list'](session, list)).rows).toHaveLength(1)
    connection.pragma('query_only = OFF')
    const again = await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    expect(again.number).toBe('ДС-2026-0002')
  })
})

describe('a program that ended while a mail was on its way', () => {
  it('knows that nobody knows whether it arrived, and does not send it again', async () => {
    const { session, connection } = openSession()
    await settingsHandlers['settings.saveOrganisation'](session, organisation)
    const { id } = await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    const caseId = CaseId.parse(id)
    const { sha256 } = await letterHandlers['letters.preview'](session, {
      caseId,
      templateId: 'registration-notice',
      lang: 'ru',
      fields: {},
    })
    const letter = await letterHandlers['letters.issue'](session, { sha256 })
    connection
      .prepare(
        `INSERT INTO mail (case_id, letter_id, message_id, recipient, subject, text, state, updated_at)
         VALUES (?, ?, '<1@operator.example>', 'a@example.com', '', '', 'sending', '')`,
      )
      .run(caseId, letter.id)
    session.outbox.wake()
    await session.outbox.stop()
    const { mails } = await mailHandlers['mail.outbox'](session, { state: null, limit: 10 })
    expect(mails).toMatchObject([{ state: 'unknown', attempts: 0 }])
    const { history } = await caseHandlers['cases.card'](session, { id: caseId })
    expect(history.at(-1)?.action).toBe('mailUnknown')
    // It may have arrived: who looks for what left the register finds it.
    const filter = AuditFilter.parse({ disclosuresOnly: true })
    const { entries } = await auditHandlers['audit.list'](session, { filter, before: null, limit: 9 })
    expect(entries.map(({ action }) => action)).toContain('mailUnknown')
  })
})

describe('a rewritten record', () => {
  it.each([
    ["UPDATE audit SET actor = 'Б' WHERE seq = 2", 2],
    ['DELETE FROM audit WHERE seq = 2', 2],
    ["UPDATE audit SET details = '{}' WHERE seq = 1", 1],
  ])('is found out at its entry: %s', async (sql, brokenAt) => {
    const { session, connection } = openSession()
    for (let count = 0; count < 3; count += 1) {
      await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    }
    expect(await auditHandlers['audit.verify'](session, { task: null, saved: null })).toMatchObject({
      entries: 3,
      brokenAt: null,
    })
    connection.exec(sql)
    expect(await auditHandlers['audit.verify'](session, { task: null, saved: null })).toMatchObject({
      brokenAt,
    })
  })
})

describe('an incomplete installation', () => {
  it.each([
    ['fonts/NotoSerif-Bold.ttf', 'fontMissing'],
    ['packs/kz/calendar', 'packInvalid'],
  ])('without %s says so', async (missing, code) => {
    const root = scratchFolder()
    const resources = join(root, 'resources')
    cpSync('resources', resources, { recursive: true })
    rmSync(join(resources, missing), { recursive: true })
    const app = createApp({ ports: { ...ports, resources }, vault: join(root, 'vault'), kdfCost: cheap })
    onTestFinished(() => app.close())
    const codes: (string | undefined)[] = []
    const ask = async (name: string, input: unknown): Promise<void> => {
      const result = await app.dispatch(name, input)
      if (!result.ok) codes.push(result.error.code)
    }
    await ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
    await ask('settings.saveOrganisation', organisation)
    await ask('cases.register', newCase())
    await ask('letters.preview', { caseId: 1, templateId: 'registration-notice', lang: 'ru', fields: {} })
    expect(codes[0]).toBe(code)
  })
})

describe('a letter of a pack', () => {
  it.each([
    ['{{nobody}}', 'nobody'],
    ['{{receivedOn:nowhere}}', 'receivedOn:nowhere'],
    ['{{caseNumber', '{{caseNumber'],
  ])('that has %s for a place is no letter, and the fault names it', async (place, named) => {
    const root = scratchFolder()
    const resources = join(root, 'resources')
    cpSync('resources', resources, { recursive: true })
    const file = join(resources, 'packs/kz/letters/registration-notice/ru.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('{{caseNumber}}', place))
    const app = createApp({ ports: { ...ports, resources }, vault: join(root, 'vault'), kdfCost: cheap })
    onTestFinished(() => app.close())
    await app.dispatch('vault.create', { passphrase, officer: 'Ә. Қалиева' })
    await app.dispatch('settings.saveOrganisation', organisation)
    await app.dispatch('cases.register', newCase())
    const draft = { caseId: 1, templateId: 'registration-notice', fields: {} }
    const refused = await app.dispatch('letters.preview', { ...draft, lang: 'ru' })
    if (refused.ok || refused.error.code !== 'packInvalid') throw new Error('it is taken for a letter')
    expect(refused.error.details.file).toMatch(/^letters\/registration-notice: /)
    expect(refused.error.details.file).toContain(named)
    expect(await app.dispatch('letters.preview', { ...draft, lang: 'kk' })).toMatchObject({ ok: true })
  })
})
