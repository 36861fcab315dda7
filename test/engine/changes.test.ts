import { describe, expect, it } from 'vitest'
import { deedOf, linesOf } from '../../src/core/reports/entry.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { everything } from '../../src/shared/model/list.ts'
import { pngOf } from '../pdf/png.ts'
import { comeBack, otherPassphrase } from './keys.ts'
import { newCase, openRegister, passphrase, type TestRegister } from './register.ts'

/** The newest entry, and how it is told. */
async function newest({ ask }: TestRegister) {
  const { entries } = await ask('audit.list', { filter: {}, before: null, limit: 1 })
  const { titles } = await ask('audit.names', {})
  const [entry] = entries
  if (!entry) throw new Error('no entry')
  const { words } = loadPacks('resources').reports
  const lines = (lang: 'ru' | 'kk') => linesOf(entry, { words, titles, lang })
  return { ...entry, deed: deedOf(entry, { words, titles, lang: 'ru' }), ru: lines('ru'), kk: lines('kk') }
}

/** What there is to change, the change, and what the record tells of it. */
const changes: Record<string, { make: (desk: TestRegister) => Promise<unknown>; told: string[] }> = {
  'the settings of backups': {
    make: async ({ ask }) => {
      const { settings } = await ask('backups.state', {})
      const keep = { ...settings.keep, daily: 14 }
      await ask('backups.saveSettings', { ...settings, keep, automatic: false })
    },
    told: ['делаются автоматически: да → нет', 'копий за последние дни: 7 → 14'],
  },
  'a system': {
    make: ({ ask }) =>
      ask('execution.saveSystem', {
        id: 'crm',
        title: { ru: 'Учёт клиентов', kk: 'Клиенттер есебі' },
        active: false,
      }),
    told: [
      'система: Учёт клиентов',
      'название (рус.): система управления взаимоотношениями с клиентами (CRM) → Учёт клиентов',
      'название (каз.): клиенттермен өзара қатынастарды басқару жүйесі (CRM) → Клиенттер есебі',
      'используется: да → нет',
    ],
  },
  'who compared a rule with the law': {
    make: async (desk) => {
      const { ask, clock } = desk
      await ask('deadlines.confirmRule', { id: 'answer', version: 1 })
      const given = { role: 'officer', passphrase: otherPassphrase, current: passphrase } as const
      await ask('keys.add', { name: 'Б. Ермеков', ...given })
      await comeBack(desk, otherPassphrase)
      clock.set('2026-11-24T06:00:00Z')
      await ask('deadlines.confirmRule', { id: 'answer', version: 1 })
    },
    told: ['сотрудник: Ә. Қалиева → Б. Ермеков', 'сверено: 23.11.2026 → 24.11.2026'],
  },
  'an officer': {
    make: async ({ ask }) => {
      await ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
      await ask('officers.save', { id: 2, name: 'Б. Ермекұлы', active: false })
    },
    told: ['сотрудник: Б. Ермекұлы', 'имя: Б. Ермеков → Б. Ермекұлы', 'используется: да → нет'],
  },
  'a word of a name': {
    make: async ({ ask }) => {
      await ask('names.save', { words: [{ word: 'Мұқаң', gender: 'male', dative: 'Муканг' }] })
      await ask('names.save', { words: [{ word: 'Мұқаң', gender: 'male', dative: 'Мұқаңу' }] })
    },
    told: ['слово имени: Мұқаң', 'о ком: мужчина', 'в дательном падеже: Муканг → Мұқаңу'],
  },
  'a word of a name that is taken out': {
    make: async ({ ask }) => {
      await ask('names.save', { words: [{ word: 'Мұқаң', gender: null, dative: 'Мұқаңу' }] })
      await ask('names.remove', { word: 'Мұқаң', gender: null })
    },
    told: ['слово имени: Мұқаң', 'в дательном падеже: Мұқаңу → –'],
  },
  'a view, whose search is nobody’s business': {
    make: async ({ ask }) => {
      const view = { filter: 'open', search: '', narrow: everything, sort: null } as const
      await ask('cases.saveView', { name: 'Мои', view })
      const narrow = { ...everything, kinds: ['access' as const, 'claim' as const], assignees: [1] }
      const sort = { by: 'received', descending: true } as const
      await ask('cases.saveView', { name: 'Мои', view: { filter: 'late', search: 'Үмбетова', narrow, sort } })
    },
    told: [
      'вид: Мои',
      'показаны: Открытые → Просроченные',
      'поиск задан: нет → да',
      'сотрудники: – → Ә. Қалиева',
      'порядок: – → по дате получения',
      'в обратном порядке: – → да',
    ],
  },
  'how two cases are linked': {
    make: async ({ ask }) => {
      const one = await ask('cases.register', newCase())
      const other = await ask('cases.register', newCase())
      await ask('relations.relate', { id: other.id, otherNumber: one.number, type: 'related' })
      await ask('relations.relate', { id: other.id, otherNumber: one.number, type: 'follows' })
    },
    told: ['обращение: ДС-2026-0002', 'связь: связано с обращением → выросло из обращения'],
  },
}

describe('what is changed', () => {
  it.each(Object.entries(changes))('is told as it was and as it is: %s', async (_what, { make, told }) => {
    const desk = await openRegister()
    await make(desk)
    const { ru, kk, deed } = await newest(desk)
    expect(ru).toEqual(expect.arrayContaining(told))
    expect(kk).toHaveLength(ru.length)
    expect(deed).toMatch(/^[А-ЯЁ]/)
    expect([...ru, ...kk].join()).not.toContain('Үмбетова')
  })

  it('is told of a picture by the hash of the one before', async () => {
    const desk = await openRegister()
    await desk.ask('settings.savePicture', { name: 'stamp', png: pngOf(40, 20, [200, 30, 30]) })
    const first = (await newest(desk)).details['sha256']
    await desk.ask('settings.savePicture', { name: 'stamp', png: pngOf(40, 20, [30, 30, 200]) })
    const second = (await newest(desk)).details['sha256']
    expect(second).toEqual({ before: first, now: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('is told of the text of a letter paragraph by paragraph, where it differs', async () => {
    const desk = await openRegister()
    const id = 'registration-notice'
    const { texts } = await desk.ask('templates.read', { id })
    const [before] = texts.ru.blocks
    if (before?.type !== 'paragraph') throw new Error('no paragraph')
    const text = before.text.replace(/^(\S+ \S+)/, '$1 нынче же')
    const ru = { ...texts.ru, blocks: [{ ...before, text }, ...texts.ru.blocks.slice(1)] }
    await desk.ask('templates.save', { id, texts: { ...texts, ru } })
    const entry = await newest(desk)
    expect(entry.details).toEqual({
      template: id,
      revision: 1,
      'block.ru.1': { before: before.text, now: text },
    })
    const line = entry.ru.find((one) => one.startsWith('абзац (рус.) 1: '))
    expect(line).toContain('нынче же')
    expect(line?.length).toBeLessThan(before.text.length)
    await desk.ask('templates.restore', { id })
    expect((await newest(desk)).details['block.ru.1']).toEqual({ before: text, now: before.text })
  })
})
