import { createHash, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { issueReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { openRegister, type TestRegister } from './register.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const dkim = { domain: 'operator.example', selector: 'zhauap' }

/** `d=…; s=…` of a signature header, unfolded and without white space. */
function tagsOf(header: string): Map<string, string> {
  const pairs = header.replace(/\s/g, '').split(';')
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

/** Header and body as RFC 6376 section 3.4 relaxes them. */
const relaxedHeader = (name: string, value: string): string =>
  `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`
const relaxedBody = (body: string): string =>
  body
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)+$/, '') + '\r\n'

/** Whether a message bears a signature that the key proves, over its body and the headers the signature names. */
function isSigned(message: Uint8Array, key: KeyObject): boolean {
  const text = Buffer.from(message).toString('latin1')
  const split = text.indexOf('\r\n\r\n')
  const headers = [...text.slice(0, split).matchAll(/^([\w-]+):((?:.|\r\n[ \t])*)/gm)].map(
    ([, name = '', value = '']) => ({ name, value }),
  )
  const signature = headers.find(({ name }) => name === 'DKIM-Signature')
  if (!signature) return false
  const tags = tagsOf(signature.value)
  const bodyHash = createHash('sha256')
    .update(relaxedBody(text.slice(split + 4)), 'latin1')
    .digest('base64')
  const signed = (tags.get('h') ?? '').split(':').flatMap((name) => {
    const found = headers.find((header) => header.name.toLowerCase() === name.toLowerCase())
    return found ? [relaxedHeader(found.name, found.value)] : []
  })
  const bare = relaxedHeader(signature.name, signature.value.replace(/(\bb=)[^;]*$/, '$1'))
  const verify = createVerify('RSA-SHA256').update([...signed, bare].join('\r\n'), 'latin1')
  return (
    tags.get('bh') === bodyHash &&
    tags.get('d') === dkim.domain &&
    tags.get('s') === dkim.selector &&
    verify.verify(key, Buffer.from(tags.get('b') ?? '', 'base64'))
  )
}

async function sendOne(desk: TestRegister): Promise<number> {
  const { letterId } = await issueReply(desk)
  const id = await send(desk, letterId)
  await settled(desk)
  return id
}

describe('a letter with the domain’s signature', () => {
  it('proves to come from the domain, and is kept as it went', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', { ...settingsFor(server), dkim, dkimKey: pem })
    const id = await sendOne(desk)
    const [got] = server.received
    expect(isSigned(got?.bytes ?? new Uint8Array(), publicKey)).toBe(true)
    const other = generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey
    expect(isSigned(got?.bytes ?? new Uint8Array(), other)).toBe(false)
    const kept = await desk.ask('mail.message', { id })
    expect(Buffer.from(kept.bytes).equals(got?.bytes ?? Buffer.from(''))).toBe(true)
  })

  it('is not signed where the account does not sign', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', { ...settingsFor(server), dkim, dkimKey: pem })
    await desk.ask('settings.saveSmtp', settingsFor(server))
    expect((await desk.ask('settings.read', {})).smtp).toMatchObject({ dkim: null, hasDkimKey: false })
    await sendOne(desk)
    expect(Buffer.from(server.received[0]?.bytes ?? '').toString('latin1')).not.toMatch(/^DKIM/m)
  })
})

describe('the signing key', () => {
  it('is never told, and kept while its field is left alone', async () => {
    const server = await startServer()
    const desk = await openRegister()
    const form = { ...settingsFor(server), dkim }
    await desk.ask('settings.saveSmtp', { ...form, dkimKey: pem })
    await desk.ask('settings.saveSmtp', { ...form, fromName: 'Жауап' })
    const { smtp } = await desk.ask('settings.read', {})
    expect(smtp).toMatchObject({ dkim, hasDkimKey: true, fromName: 'Жауап' })
    expect(JSON.stringify(smtp)).not.toContain('PRIVATE KEY')
  })

  it.each([
    ['nothing', ''],
    ['no key', '-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----'],
    ['a public key', publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
    [
      'a short key',
      generateKeyPairSync('rsa', { modulusLength: 512 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
    [
      'a locked key',
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
    ],
  ])('is refused where it is %s', async (_, dkimKey) => {
    const desk = await openRegister()
    const server = await startServer()
    const form = { ...settingsFor(server), dkim, dkimKey }
    for (const call of ['settings.saveSmtp', 'mail.test'] as const)
      expect((await desk.fail(call, form)).code).toBe('dkimKeyInvalid')
    expect((await desk.ask('settings.read', {})).smtp).toBeNull()
  })
})
