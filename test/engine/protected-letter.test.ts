import { describe, expect, it } from 'vitest'
import { LetterId } from '../../src/shared/model/ids.ts'
import { caseHandlers } from '../../src/main/engine/cases/handlers.ts'
import { letterHandlers } from '../../src/main/engine/letters/handlers.ts'
import { mailHandlers } from '../../src/main/engine/mail/handlers.ts'
import { settingsHandlers } from '../../src/main/engine/settings/handlers.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { issueReply, settingsFor, startServer } from './correspondence.ts'
import { openSession } from './open-session.ts'
import { newCase, openRegister, organisation, passphrase } from './register.ts'

const message = { to: 'gulnar@example.com', subject: 'Жауап', text: '' }

describe('an encrypted letter', () => {
  it('leaves its password nowhere in the register', async () => {
    const { session, connection } = openSession()
    await settingsHandlers['settings.saveOrganisation'](session, organisation)
    const { id } = await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    const { sha256 } = await letterHandlers['letters.preview'](session, {
      caseId: CaseId.parse(id),
      templateId: 'registration-notice',
      lang: 'ru',
      fields: {},
    })
    const letter = await letterHandlers['letters.issue'](session, { sha256 })
    const letterId = LetterId.parse(letter.id)
    const { password } = await mailHandlers['mail.protect'](session, { letterId })
    const tables = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
      .pluck()
      .all()
    const everything = tables.map((table) => connection.prepare(`SELECT * FROM "${String(table)}"`).all())
    const text = Buffer.from(JSON.stringify(everything)).toString()
    expect(text).toContain('passwordMade')
    expect(text).not.toContain(password)
    expect(text).not.toContain(password.replaceAll('-', ''))
  })

  it('goes with no other letter, and not after the vault was locked', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId } = await issueReply(desk)
    const { attachment } = await desk.ask('mail.protect', { letterId })
    const other = await desk.ask('mail.protect', { letterId })
    expect(other.attachment.sha256).not.toBe(attachment.sha256)
    const foreign = { ...message, letterId, protectedBy: '0'.repeat(64) }
    expect((await desk.fail('mail.send', foreign)).code).toBe('protectedFileGone')
    await desk.ask('vault.lock', {})
    await desk.ask('vault.unlock', { passphrase })
    const late = { ...message, letterId, protectedBy: attachment.sha256 }
    expect((await desk.fail('mail.send', late)).code).toBe('protectedFileGone')
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails).toEqual([])
  })

  it('is made of letters alone that are there', async () => {
    const desk = await openRegister()
    expect((await desk.fail('mail.protect', { letterId: 99 })).code).toBe('letterNotFound')
  })
})
