import { describe, expect, it } from 'vitest'
import { engineContract } from '../../src/shared/contract/index.ts'
import { newCase, openRegister, startRegister } from './register.ts'

const calls = Object.entries(engineContract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, call]) => ({ name: `${noun}.${verb}`, whenLocked: call.whenLocked })),
)

describe('the gate', () => {
  it.each(calls.filter((call) => !call.whenLocked))(
    'refuses $name while the vault is locked',
    async ({ name }) => {
      const { app } = startRegister()
      expect(await app.dispatch(name, {})).toEqual({ ok: false, error: { code: 'vaultLocked', details: {} } })
    },
  )

  it('lets nothing but what opens the vault, or checks that it is open itself, through while it is locked', () => {
    const open = calls.filter((call) => call.whenLocked).map((call) => call.name)
    expect(open).toEqual([
      'vault.status',
      'vault.ratePassphrase',
      'vault.create',
      'vault.unlock',
      'vault.unlockByCode',
      'vault.unlockByKeychain',
      'vault.backupsIn',
      'vault.restore',
      'vault.lock',
      'keys.rekey',
    ])
  })

  it('tells nothing of a vault that was locked while it worked', async () => {
    const { app, ask } = await openRegister()
    await ask('cases.register', newCase())
    const draft = { caseId: 1, templateId: 'registration-notice', lang: 'ru', fields: {} }
    const [preview] = await Promise.all([
      app.dispatch('letters.preview', draft),
      app.dispatch('vault.lock', {}),
    ])
    expect(preview).toEqual({ ok: false, error: { code: 'vaultLocked', details: {} } })
  })

  it('refuses unknown calls and input of another shape, naming the field', async () => {
    const { app } = await openRegister()
    expect(await app.dispatch('cases.drop', {})).toMatchObject({ error: { code: 'unknownCall' } })
    expect(await app.dispatch('cases.card', { id: 'one' })).toMatchObject({
      error: { code: 'inputInvalid', details: { field: 'id' } },
    })
    expect(await app.dispatch('cases.card', null)).toMatchObject({ error: { code: 'inputInvalid' } })
  })
})
