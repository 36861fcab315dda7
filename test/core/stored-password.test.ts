import { expect, it } from 'vitest'
import { mayUseStoredPassword } from '../../src/core/mail/stored-password.ts'

const stored = { host: 'mail.example.com', user: 'privacy', security: 'starttls', caPem: '' } as const

it.each([
  [{}, true],
  [{ security: 'tls' }, true],
  [{ host: 'mail.example.org' }, false],
  [{ user: 'other' }, false],
  [{ security: 'none' }, false],
  [{ caPem: '-----BEGIN CERTIFICATE-----' }, false],
] as const)('a stored password and settings with %j', (change, may) => {
  expect(mayUseStoredPassword(stored, { ...stored, ...change })).toBe(may)
})

it('of a server on this very machine stays without encryption', () => {
  expect(mayUseStoredPassword({ ...stored, security: 'none' }, { ...stored, security: 'none' })).toBe(true)
})
