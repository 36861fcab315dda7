import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { textOf } from '../pdf-text.ts'
import { newCase, openRegister } from './register.ts'

const regular = (text: string) => [{ text, style: 'regular' as const }]
const paragraph = (text: string) => ({ type: 'paragraph' as const, runs: regular(text) })

async function noticeIn(lang: Input<'letters.preview'>['lang']) {
  const register = await openRegister()
  const { id: caseId } = await register.ask('cases.register', newCase())
  const draft: Input<'letters.preview'> = { caseId, templateId: 'registration-notice', lang, fields: {} }
  const lettersOf = async () => (await register.ask('cases.card', { id: caseId })).letters
  const historyOf = async () => (await register.ask('cases.card', { id: caseId })).history
  return { ...register, caseId, draft, lettersOf, historyOf }
}

describe('a bilingual letter', () => {
  it('says the same in Kazakh and then in Russian, under one number, in its mail too', async () => {
    const { ask, draft, lettersOf } = await noticeIn('both')
    const preview = await ask('letters.preview', draft)
    expect(preview.differences).toEqual([])
    const words = await textOf(preview.pdf)
    expect(words.indexOf('Өтініштің тіркелгені туралы хабарлама')).toBeGreaterThan(0)
    expect(words.indexOf('Уведомление о регистрации обращения')).toBeGreaterThan(words.indexOf('Құрметті'))
    expect(words.split('Астана қ., Үлгі көшесі, 5')).toHaveLength(2)
    const { id } = await ask('letters.issue', { sha256: preview.sha256 })
    expect(await lettersOf()).toMatchObject([{ id, lang: 'both', edited: false }])
    const mail = await ask('mail.compose', { letterId: id })
    expect(mail.subject).toMatch(/тіркелді \/ Обращение № .* зарегистрировано$/)
    expect(mail.text.indexOf('Құрметпен')).toBeLessThan(mail.text.indexOf('С уважением'))
  })

  it('whose languages differ is issued only when the differences are accepted, under a name', async () => {
    const { ask, fail, draft, historyOf } = await noticeIn('both')
    const bodies = {
      kk: [paragraph('Мерзім – 2026 жылғы 25 қараша.')],
      ru: [paragraph('Срок – 26 ноября 2026 года.')],
    }
    const { sha256, differences } = await ask('letters.preview', { ...draft, bodies })
    expect(differences).toEqual([{ kind: 'dates', block: 1, ru: ['2026-11-26'], kk: ['2026-11-25'] }])
    expect(await fail('letters.issue', { sha256 })).toEqual({
      code: 'letterLanguagesDiffer',
      details: { count: 1 },
    })
    const { number } = await ask('letters.issue', { sha256, acceptDifferences: true })
    expect((await historyOf()).at(-1)).toMatchObject({
      actor: 'Ә. Қалиева',
      action: 'differencesAccepted',
      details: { number, count: 1 },
    })
  })
})

describe('a text the officer edited', () => {
  it('is issued as it is, and the record says so with its hash', async () => {
    const { ask, draft, lettersOf, historyOf } = await noticeIn('ru')
    const table = {
      type: 'table' as const,
      columns: [
        { share: 1, align: 'left' as const },
        { share: 1, align: 'left' as const },
      ],
      header: [regular('Система'), regular('Данные')],
      rows: [[regular('CRM'), regular('{{телефон}}')]],
    }
    const hostile = '<script>alert(1)</script> \u202eперевёрнуто\u202c и\u200b слитно'
    const bodies = { ru: [paragraph(hostile), table, paragraph(' \u200b ')] }
    const preview = await ask('letters.preview', { ...draft, bodies })
    expect(await textOf(preview.pdf)).toContain('{{телефон}}')
    expect(await textOf(preview.pdf)).toContain('<script>alert(1)</script> перевёрнуто и слитно')
    expect(preview.bodies.ru).toHaveLength(2)
    await ask('letters.issue', { sha256: preview.sha256 })
    expect(await lettersOf()).toMatchObject([{ edited: true }])
    expect((await historyOf()).at(-1)?.details).toHaveProperty('editedSha256')
  })

  it('that is the template’s own counts as not edited', async () => {
    const { ask, draft, lettersOf } = await noticeIn('ru')
    const { bodies } = await ask('letters.preview', draft)
    const { sha256 } = await ask('letters.preview', { ...draft, bodies })
    await ask('letters.issue', { sha256 })
    expect(await lettersOf()).toMatchObject([{ edited: false }])
  })

  it('is refused when it is empty, too long or no text of ours', async () => {
    const { fail, app, draft } = await noticeIn('ru')
    expect(await fail('letters.preview', { ...draft, bodies: { ru: [paragraph(' ')] } })).toEqual({
      code: 'letterFieldMissing',
      details: { field: 'body' },
    })
    expect(
      await fail('letters.preview', { ...draft, bodies: { ru: [paragraph('я'.repeat(10_001))] } }),
    ).toEqual({
      code: 'textTooLong',
      details: { field: 'text', limit: 10_000 },
    })
    const html = await app.dispatch('letters.preview', { ...draft, bodies: { ru: '<p>x</p>' } })
    expect(html).toMatchObject({ ok: false, error: { code: 'inputInvalid' } })
  })
})

describe('a draft', () => {
  it('is kept until the letter is issued or it is dropped', async () => {
    const { ask, fail, caseId, draft } = await noticeIn('ru')
    const kept = async () => (await ask('letters.available', { caseId })).draft
    expect(await kept()).toBeNull()
    expect((await fail('letters.saveDraft', { ...draft, templateId: 'no-letter' })).code).toBe(
      'templateUnknown',
    )
    await ask('letters.saveDraft', { ...draft, bodies: { ru: [paragraph('Черновик')] } })
    expect(await kept()).toMatchObject({ lang: 'ru', bodies: { ru: [paragraph('Черновик')] } })
    await ask('letters.dropDraft', { caseId })
    expect(await kept()).toBeNull()
    await ask('letters.saveDraft', draft)
    await ask('letters.issue', { sha256: (await ask('letters.preview', draft)).sha256 })
    expect(await kept()).toBeNull()
  })
})

describe('a correction', () => {
  it('names the letter it takes the place of, and each shows the other', async () => {
    const { ask, fail, draft, lettersOf } = await noticeIn('both')
    const first = await ask('letters.issue', { sha256: (await ask('letters.preview', draft)).sha256 })
    const preview = await ask('letters.preview', { ...draft, corrects: first.id })
    const words = await textOf(preview.pdf)
    expect(words).toContain(`взамен письма от 23 ноября 2026 года № ${first.number}`)
    expect(words).toContain(`2026 жылғы 23 қарашадағы № ${first.number} хаттың орнына`)
    const second = await ask('letters.issue', { sha256: preview.sha256 })
    expect(await lettersOf()).toMatchObject([
      { number: first.number, corrects: null, correctedBy: [second.number] },
      { number: second.number, corrects: first.number, correctedBy: [] },
    ])
    const { id: other } = await ask('cases.register', newCase({ text: 'Другое обращение' }))
    expect(await fail('letters.preview', { ...draft, caseId: other, corrects: first.id })).toMatchObject({
      code: 'letterNotFound',
    })
  })
})
