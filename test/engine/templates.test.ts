import { describe, expect, it } from 'vitest'
import { textOf } from '../pdf-text.ts'
import { newCase, openRegister } from './register.ts'

const id = 'registration-notice'

describe('the text of a letter', () => {
  it('is changed as a version, used from then on and named by the letters, and brought back', async () => {
    const { ask, fail } = await openRegister()
    const { id: caseId } = await ask('cases.register', newCase())
    const { texts } = await ask('templates.read', { id })
    const changed = {
      ru: { ...texts.ru, title: 'Уведомление о приёме обращения' },
      kk: { ...texts.kk, title: 'Өтініштің қабылданғаны туралы хабарлама' },
    }
    expect(await ask('templates.save', { id, texts: changed })).toEqual({ revision: 1 })
    const preview = await ask('letters.preview', { caseId, templateId: id, lang: 'ru', fields: {} })
    expect(await textOf(preview.pdf)).toContain('Уведомление о приёме обращения')
    await ask('letters.issue', { sha256: preview.sha256 })
    const { history } = await ask('cases.card', { id: caseId })
    expect(history.at(-1)?.details).toMatchObject({
      template: expect.stringMatching(/^registration-notice v\d+\.1$/),
    })
    expect(await ask('templates.restore', { id })).toEqual({ revision: 2 })
    expect(await ask('templates.version', { id, revision: 1 })).toEqual({ texts: changed })
    for (const revision of [0, 2]) expect(await ask('templates.version', { id, revision })).toEqual({ texts })
    expect((await fail('templates.version', { id, revision: 3 })).code).toBe('templateUnknown')
    expect(await ask('templates.read', { id })).toMatchObject({
      texts,
      changed: false,
      versions: [{ revision: 2 }, { revision: 1 }],
    })
  })

  it('is shown on a sample case, and refused with an unknown place or languages that differ', async () => {
    const { ask, fail } = await openRegister()
    const { texts } = await ask('templates.read', { id })
    const sample = await ask('templates.preview', { id, texts, lang: 'kk' })
    expect(await textOf(sample.pdf)).toContain('Үлгібаев Үлгі Үлгіұлына')
    const strange = { ...texts, ru: { ...texts.ru, title: 'Письмо {{nobody}}' } }
    expect(await fail('templates.save', { id, texts: strange })).toEqual({
      code: 'templateInvalid',
      details: { fault: 'unknownPlace', lang: 'ru', detail: 'nobody' },
    })
    const unlike = { ...texts, ru: { ...texts.ru, title: 'Письмо по статье 99' } }
    expect(await fail('templates.save', { id, texts: unlike })).toMatchObject({
      code: 'letterLanguagesDiffer',
    })
    expect(await ask('templates.save', { id, texts: unlike, acceptDifferences: true })).toEqual({
      revision: 1,
    })
  })
})
