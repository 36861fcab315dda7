import { describe, expect, it } from 'vitest'
import { textOf } from '../pdf-text.ts'
import { newCase, openRegister } from './register.ts'

const id = 'journal'
const period = { from: '2026-11-01', to: '2026-11-30', lang: 'both' } as const

describe('the words of a paper of the office', () => {
  it('are changed as a version, used from then on, and brought back', async () => {
    const { ask, fail } = await openRegister()
    await ask('cases.register', newCase())
    const { texts, original } = await ask('papers.read', { id })
    expect(texts).toEqual(original)
    const changed = {
      ru: { ...texts.ru, title: 'Книга обращений' },
      kk: { ...texts.kk, title: 'Өтініштер кітабы' },
    }
    expect(await textOf((await ask('papers.preview', { id, texts: changed, lang: 'both' })).pdf)).toMatch(
      /Өтініштер кітабы.*Книга обращений/,
    )
    expect(await ask('papers.save', { id, texts: changed })).toEqual({ revision: 1 })
    expect((await ask('papers.list', {})).papers).toContainEqual({ id, revision: 1, changed: true })
    const made = async () => textOf((await ask('reports.journal', period)).bytes)
    expect(await made()).toMatch(/Өтініштер кітабы.*Книга обращений/)
    expect(await ask('papers.restore', { id })).toEqual({ revision: 2 })
    expect(await made()).not.toContain('Книга обращений')
    expect(await ask('papers.version', { id, revision: 1 })).toEqual({ texts: changed })
    for (const revision of [0, 2]) expect(await ask('papers.version', { id, revision })).toEqual({ texts })
    expect((await fail('papers.version', { id, revision: 3 })).code).toBe('templateUnknown')
    const { entries } = await ask('audit.list', { before: null, limit: 50 })
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'letterTextSaved',
        details: {
          template: id,
          revision: 1,
          'line.ru.1': { before: texts.ru['title'], now: 'Книга обращений' },
          'line.kk.1': { before: texts.kk['title'], now: 'Өтініштер кітабы' },
        },
      }),
    )
  })

  it('are refused where a line is missing or strange, and where the languages tell different facts', async () => {
    const { ask, fail } = await openRegister()
    const { texts } = await ask('papers.read', { id })
    const { title: _, ...without } = texts.ru
    for (const ru of [without, { ...texts.ru, strange: 'Строка' }])
      expect((await fail('papers.save', { id, texts: { ...texts, ru } })).code).toBe('templateInvalid')
    const unlike = { ...texts, ru: { ...texts.ru, none: 'За 30 дней обращений не поступало.' } }
    const { differences } = await ask('papers.preview', { id, texts: unlike, lang: 'ru' })
    expect(differences).toEqual([{ kind: 'numbers', block: 4, ru: ['30'], kk: [] }])
    expect(await fail('papers.save', { id, texts: unlike })).toEqual({
      code: 'letterLanguagesDiffer',
      details: { count: 1 },
    })
    expect(await ask('papers.save', { id, texts: unlike, acceptDifferences: true })).toEqual({ revision: 1 })
    const empty = { ...texts, ru: { ...texts.ru, title: ' ' } }
    expect((await fail('papers.save', { id, texts: empty })).code).toBe('inputInvalid')
  })
})
