import { describe, expect, it } from 'vitest'
import { textOf } from '../pdf-text.ts'
import { newCase, openRegister } from './register.ts'

const draft = { templateId: 'registration-notice', lang: 'ru', fields: {} } as const

describe('whom a letter is for', () => {
  it('is proposed in the dative of each language, and can be written by hand', async () => {
    const { ask } = await openRegister()
    const { id: caseId } = await ask('cases.register', newCase())
    const { addressee } = await ask('letters.available', { caseId })
    expect(addressee).toEqual({ ru: 'Үмбетовой Гүлнәр Әлиқызы', kk: 'Үмбетова Гүлнәр Әлиқызына' })
    const proposed = await ask('letters.preview', { ...draft, caseId })
    expect(await textOf(proposed.pdf)).toContain('Үмбетовой Гүлнәр Әлиқызы')
    const written = await ask('letters.preview', { ...draft, caseId, addressee: { ru: 'Г. Ә. Үмбетовой' } })
    expect(await textOf(written.pdf)).toContain('Г. Ә. Үмбетовой')
  })

  it('is proposed as the officer taught it, until that is taken back', async () => {
    const { ask } = await openRegister()
    const { id: caseId } = await ask('cases.register', newCase())
    const word = { word: 'Үмбетова', gender: 'female', dative: 'Үмбет' } as const
    await ask('names.save', { words: [word] })
    expect((await ask('names.list', {})).words).toEqual([word])
    expect((await ask('letters.available', { caseId })).addressee.ru).toBe('Үмбет Гүлнәр Әлиқызы')
    await ask('names.remove', { word: 'ҮМБЕТОВА', gender: 'female' })
    expect((await ask('letters.available', { caseId })).addressee.ru).toBe('Үмбетовой Гүлнәр Әлиқызы')
  })
})
