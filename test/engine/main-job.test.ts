import { readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import type { Lang } from '../../src/shared/model/lang.ts'
import type { FieldValues } from '../../src/shared/model/letter.ts'
import type { SmtpForm } from '../../src/shared/model/settings.ts'
import { startSmtpServer, type Fault, type LoopbackServer } from '../smtp/loopback-server.ts'
import { newCase, openRegister, passphrase, startRegister, type TestRegister } from './register.ts'

const login = { user: 'officer', pass: 'секрет-1' }

async function startServer(script: readonly Fault[] = []): Promise<LoopbackServer> {
  const server = await startSmtpServer({ secure: 'starttls', auth: login, script })
  onTestFinished(() => server.close())
  return server
}

function settingsFor(server: LoopbackServer): SmtpForm {
  return {
    host: server.host,
    port: server.port,
    security: 'starttls',
    user: login.user,
    password: login.pass,
    fromName: 'АО «Пример Телеком»',
    fromAddress: 'privacy@operator.example',
    caPem: server.caPem,
  }
}

/** Resolves when the outbox has nothing queued or under way. */
async function settled({ ask }: TestRegister): Promise<void> {
  await expect
    .poll(async () => (await ask('mail.outbox', { limit: 10 })).mails.map((mail) => mail.state), {
      timeout: 10_000,
    })
    .not.toEqual(expect.arrayContaining([expect.stringMatching(/queued|sending/)]))
}

/** The letter that answers the case, previewed with every field filled. */
async function previewReply(
  { ask }: TestRegister,
  caseId: number,
  lang: Lang,
): Promise<Output<'letters.preview'>> {
  const { letters, catalogs } = await ask('letters.available', { caseId })
  const reply = letters.find((letter) => letter.answers)
  if (!reply) throw new Error('no letter answers the case')
  const values = reply.fields.map((field): [string, FieldValues[string]] => {
    if (field.catalog) return [field.id, [catalogs[field.catalog][0]?.id ?? '']]
    return [field.id, field.type === 'date' ? '2026-11-23' : 'Мәтін']
  })
  return ask('letters.preview', { caseId, templateId: reply.id, lang, fields: Object.fromEntries(values) })
}

/** Decides an access case: nothing was found. */
async function decide({ ask }: TestRegister, id: number): Promise<void> {
  await ask('cases.take', {
    id,
    step: { action: 'verifyIdentity', method: 'knownAddress', compared: 'Адрес' },
  })
  await ask('cases.take', {
    id,
    step: { action: 'decide', outcome: 'nothingFound', refusalGround: null, reason: '' },
  })
}

/** An access case that is decided, with its reply issued. */
async function issueReply(desk: TestRegister): Promise<{ caseId: number; letterId: number; number: string }> {
  const { id: caseId } = await desk.ask('cases.register', newCase())
  await decide(desk, caseId)
  const { sha256 } = await previewReply(desk, caseId, 'kk')
  const { id: letterId, number } = await desk.ask('letters.issue', { sha256 })
  return { caseId, letterId, number }
}

async function send(desk: TestRegister, letterId: number): Promise<number> {
  const { to, subject, text } = await desk.ask('mail.compose', { letterId })
  return (await desk.ask('mail.send', { letterId, to, subject, text })).id
}

describe('the main job', () => {
  it('goes from an e-mail to an answer that the server took, and a closed case', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const email = await desk.ask('intake.read', { bytes: readFileSync('resources/demo/access-ru.eml') })
    const { kind, applicant, documentsEnclosed } = email.proposal
    const { id } = await desk.ask('cases.register', {
      ...newCase(),
      kind: kind ?? 'claim',
      receivedOn: email.receivedOn ?? '',
      documentsEnclosed,
      applicant,
      subject: email.subject,
      text: email.text,
      emailId: email.emailId,
    })
    await decide(desk, id)
    const preview = await previewReply(desk, id, 'ru')
    const letter = await desk.ask('letters.issue', { sha256: preview.sha256 })
    expect(letter.number).toBe(preview.number)
    await send(desk, letter.id)
    await settled(desk)

    const received = await PostalMime.parse(server.received[0]?.bytes ?? new Uint8Array())
    expect(received.attachments[0]?.filename).toBe(`${letter.number}.pdf`)
    expect(Buffer.from(received.attachments[0]?.content as ArrayBuffer).equals(preview.pdf)).toBe(true)
    const original = await PostalMime.parse(readFileSync('resources/demo/access-ru.eml'))
    expect(received.inReplyTo).toBe(original.messageId)

    const card = await desk.ask('cases.card', { id })
    expect(card).toMatchObject({ status: 'answered', late: true })
    expect(card.letters[0]?.delivery).toMatchObject({ method: 'email', on: '2026-11-23' })
    expect(card.mails[0]).toMatchObject({ state: 'sent', response: expect.stringMatching(/^250 /) })
    expect(
      (await desk.fail('cases.take', { id, step: { action: 'close', latenessReason: null } })).code,
    ).toBe('latenessReasonMissing')
    await desk.ask('cases.take', { id, step: { action: 'close', latenessReason: 'Отпуск' } })
    expect((await desk.ask('cases.card', { id })).status).toBe('closed')
    expect((await desk.ask('audit.verify', {})).brokenAt).toBeNull()

    const again = await desk.ask('intake.read', { bytes: readFileSync('resources/demo/access-ru.eml') })
    expect(again.registeredAs).toBe(card.number)
    expect(await desk.fail('cases.register', newCase({ emailId: again.emailId }))).toEqual({
      code: 'emailAlreadyRegistered',
      details: { number: card.number },
    })
  })
})

describe('a letter', () => {
  it('that was previewed is issued to the byte, once', async () => {
    const desk = await openRegister()
    const { letterId, caseId, number } = await issueReply(desk)
    expect(number).toBe('2026-0001')
    const { letters } = await desk.ask('cases.card', { id: caseId })
    const pdf = await desk.ask('letters.pdf', { id: letterId })
    expect(pdf.sha256).toBe(letters[0]?.sha256)
    // The same preview again would give the same number to two letters.
    expect((await desk.fail('letters.issue', { sha256: pdf.sha256 })).code).toBe('letterPreviewStale')
  })

  it('whose preview is of yesterday is not issued', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase())
    const preview = await desk.ask('letters.preview', {
      caseId,
      templateId: 'registration-notice',
      lang: 'kk',
      fields: {},
    })
    desk.clock.set('2026-11-24T06:00:00Z')
    expect((await desk.fail('letters.issue', { sha256: preview.sha256 })).code).toBe('letterPreviewStale')
  })

  it('needs a letterhead, a fitting status and its fields', async () => {
    const desk = startRegister()
    await desk.ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
    const { id: caseId } = await desk.ask('cases.register', newCase())
    const draft = { caseId, templateId: 'registration-notice', lang: 'ru' as const, fields: {} }
    expect((await desk.fail('letters.preview', draft)).code).toBe('organisationMissing')
    expect(await desk.fail('letters.preview', { ...draft, templateId: 'access-reply' })).toEqual({
      code: 'letterNotAllowed',
      details: { status: 'registered' },
    })
  })

  it('handed over on paper answers the case', async () => {
    const desk = await openRegister()
    const { caseId, letterId } = await issueReply(desk)
    const delivery = { id: letterId, method: 'post', on: '2026-11-23', note: 'Заказное письмо' } as const
    expect((await desk.fail('letters.handOver', { ...delivery, on: '2026-11-24' })).code).toBe('dateInFuture')
    await desk.ask('letters.handOver', delivery)
    expect(await desk.ask('cases.card', { id: caseId })).toMatchObject({
      status: 'answered',
      clocks: [{ ruleId: 'answer', endedBy: 'answered', endedOn: '2026-11-23', late: false }],
    })
    expect((await desk.fail('letters.handOver', delivery)).code).toBe('letterAlreadyDelivered')
  })
})

describe('the outbox', () => {
  it('says why a mail failed, in the server’s words, and sends it when asked again', async () => {
    const refusing = await startServer(['refuseRecipient'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(refusing))
    const { letterId, caseId } = await issueReply(desk)
    const id = await send(desk, letterId)
    await settled(desk)
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails[0]).toMatchObject({
      state: 'failed',
      failure: 'recipientRefused',
      response: expect.stringMatching(/^550 /),
      attempts: 1,
    })
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('decided')
    const willing = await startServer()
    await desk.ask('settings.saveSmtp', settingsFor(willing))
    await desk.ask('mail.retry', { id })
    await settled(desk)
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails[0]).toMatchObject({
      state: 'sent',
      attempts: 2,
    })
    expect(willing.received).toHaveLength(1)
  })

  it('leaves an outcome nobody knows to the officer, and never sends a second copy by itself', async () => {
    const server = await startServer(['dropBeforeAnswer'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueReply(desk)
    const id = await send(desk, letterId)
    await settled(desk)
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails[0]?.state).toBe('unknown')
    expect(await desk.fail('mail.retry', { id })).toEqual({
      code: 'mailStateWrong',
      details: { state: 'unknown' },
    })
    const again = { letterId, to: 'a@example.com', subject: 'Жауап', text: '' }
    expect((await desk.fail('mail.send', again)).code).toBe('mailStateWrong')
    await desk.ask('vault.lock', {})
    await desk.ask('vault.unlock', { passphrase })
    await settled(desk)
    expect(server.received).toHaveLength(1)
    await desk.ask('mail.settle', { id, outcome: 'sent', note: 'Заявитель подтвердил по телефону' })
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('answered')
  })

  it('takes no address that a header could hide in, and no mail without settings', async () => {
    const desk = await openRegister()
    const { letterId } = await issueReply(desk)
    const message = { letterId, subject: 'Жауап', text: 'Мәтін' }
    expect(
      (await desk.fail('mail.send', { ...message, to: 'a@example.com\r\nBcc: b@example.com' })).code,
    ).toBe('addressInvalid')
    expect((await desk.fail('mail.send', { ...message, to: 'a@example.com' })).code).toBe('smtpNotSet')
  })
})

describe('the mail settings', () => {
  it('are tested by a real login, and a refused one says so', async () => {
    const server = await startServer()
    const desk = await openRegister()
    const form = settingsFor(server)
    expect((await desk.ask('mail.test', form)).greeting).toContain('220')
    expect(await desk.fail('mail.test', { ...form, password: 'wrong' })).toMatchObject({
      code: 'smtpFailed',
      details: { failure: 'loginRefused' },
    })
  })

  it('keep the password to themselves, and to its own server', async () => {
    const server = await startServer()
    const other = await startServer()
    const desk = await openRegister()
    const form = settingsFor(server)
    await desk.ask('settings.saveSmtp', form)
    const { smtp } = await desk.ask('settings.read', {})
    expect(smtp?.hasPassword).toBe(true)
    expect(JSON.stringify(smtp)).not.toContain(login.pass)
    expect((await desk.ask('mail.test', { ...form, password: null })).greeting).toContain('220')
    const elsewhere = { ...settingsFor(other), host: 'localhost', password: null }
    await desk.fail('mail.test', elsewhere)
    expect(other.logins).toEqual([])
  })
})
