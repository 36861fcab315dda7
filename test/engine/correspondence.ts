import { expect, onTestFinished } from 'vitest'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import type { Deed } from '../../src/shared/model/execution.ts'
import type { Lang } from '../../src/shared/model/lang.ts'
import type { FieldValues } from '../../src/shared/model/letter.ts'
import { startSmtpServer, type Fault, type LoopbackServer } from '../smtp/loopback-server.ts'
import { newCase, type TestRegister } from './register.ts'

export const login = { user: 'officer', pass: 'секрет-1' }

export async function startServer(script: readonly Fault[] = []): Promise<LoopbackServer> {
  const server = await startSmtpServer({ secure: 'starttls', auth: login, script })
  onTestFinished(() => server.close())
  return server
}

export function settingsFor(server: LoopbackServer): Input<'settings.saveSmtp'> {
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
export async function settled({ ask }: TestRegister): Promise<void> {
  await expect
    .poll(async () => (await ask('mail.outbox', { limit: 10 })).mails.map((mail) => mail.state), {
      timeout: 10_000,
    })
    .not.toEqual(expect.arrayContaining([expect.stringMatching(/queued|sending/)]))
}

/** The letter that answers the case, previewed with every field filled. */
export async function previewReply(
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
export async function decide({ ask }: TestRegister, id: number): Promise<void> {
  await ask('cases.take', {
    id,
    step: { action: 'verifyIdentity', method: 'knownAddress', compared: 'Адрес' },
  })
  await ask('execution.noteRest', { caseId: id })
  await ask('cases.take', {
    id,
    step: { action: 'decide', outcome: 'nothingFound', refusalGround: null, reason: '' },
  })
}

/** An access case that is decided, with its reply issued. */
export async function issueReply(
  desk: TestRegister,
  change: Parameters<typeof newCase>[0] = {},
): Promise<{ caseId: number; letterId: number; number: string }> {
  const { id: caseId } = await desk.ask('cases.register', newCase(change))
  await decide(desk, caseId)
  const { sha256 } = await previewReply(desk, caseId, 'kk')
  const { id: letterId, number } = await desk.ask('letters.issue', { sha256 })
  return { caseId, letterId, number }
}

export async function send(desk: TestRegister, letterId: number): Promise<number> {
  const { to, subject, text } = await desk.ask('mail.compose', { letterId })
  return (await desk.ask('mail.send', { letterId, to, subject, text })).id
}

/** Finds data in every system of the operator and does the same with them everywhere. */
export async function noteEverySystem({ ask }: TestRegister, caseId: number, deed: Deed): Promise<void> {
  const { systems, categories } = await ask('execution.ofCase', { caseId })
  for (const { id: systemId } of systems) {
    await ask('execution.note', {
      caseId,
      systemId,
      found: 'found',
      categories: categories.slice(0, 2).map(({ id }) => id),
      data: '',
      deed,
      deedOn: '2026-11-23',
      deedMethod: '',
      proof: '',
    })
  }
}
