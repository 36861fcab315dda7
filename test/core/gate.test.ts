import { describe, expect, it } from 'vitest'
import { judgeSending, sameAddress } from '../../src/core/mail/gate.ts'
import { transitions } from '../../src/core/casework/transitions.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'

const open = { known: 'gulnar@example.com', discloses: true, identityVerified: true }
const answer = { to: 'gulnar@example.com', addressChecked: false, unverifiedReason: '' }
const codeOf = (gate: Partial<typeof open>, given: Partial<typeof answer>): string => {
  const result = judgeSending({ ...open, ...gate }, { ...answer, ...given })
  return result.ok ? 'ok' : result.error.code
}

describe('the gate before the outbox', () => {
  it.each([
    ['ok', {}, {}],
    ['ok', {}, { to: ' Gulnar@EXAMPLE.com ' }],
    ['recipientDiffers', {}, { to: 'gulnar@example.org' }],
    ['recipientDiffers', { known: '' }, {}],
    ['ok', {}, { to: 'gulnar@example.org', addressChecked: true }],
    ['identityNotVerified', { identityVerified: false }, {}],
    ['identityNotVerified', { identityVerified: false }, { unverifiedReason: ' \n' }],
    ['identityNotVerified', { identityVerified: false }, { to: 'b@example.org', addressChecked: true }],
    ['ok', { identityVerified: false }, { unverifiedReason: 'По договору' }],
    ['ok', { identityVerified: false, discloses: false }, {}],
  ])('%s', (code, gate, given) => {
    expect(codeOf(gate, given)).toBe(code)
  })

  it('takes one mailbox for one, however its letters are composed', () => {
    expect(sameAddress('\u0439@example.kz', '\u0438\u0306@example.kz')).toBe(true)
    expect(sameAddress('ә@example.kz', 'э@example.kz')).toBe(false)
  })
})

describe('letters that disclose', () => {
  const metas = loadPacks('resources').letters.map(({ meta }) => meta)
  const disclosing = metas.filter((meta) => meta.discloses)

  it('are those that tell what is held or what was done with it', () => {
    expect(disclosing.map(({ id }) => id)).toEqual([
      'access-reply',
      'authority-answered',
      'blocked',
      'destruction-done',
      'nothing-found',
      'rectification-done',
      'unblocked',
      'violation-removed',
      'withdrawal-confirmed',
    ])
  })

  it.each(disclosing.map(({ id, kinds }) => [id, kinds] as const))(
    '%s belongs to kinds whose identity can be verified',
    (_, kinds) => {
      const canVerify = kinds.map((kind) =>
        transitions[kind].some(({ action }) => action === 'verifyIdentity'),
      )
      expect(canVerify).toEqual(kinds.map(() => true))
    },
  )
})
