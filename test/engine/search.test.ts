import { describe, expect, it } from 'vitest'
import { sortKeyOf } from '../../src/core/identity/sort-key.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { everything, type Narrow } from '../../src/shared/model/list.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { listCases } from '../../src/main/engine/cases/list-store.ts'
import { forgetWords, indexCase } from '../../src/main/engine/cases/search-store.ts'
import { insertCase, insertPerson, takePlace } from '../../src/main/engine/cases/store.ts'
import type { WritableDb } from '../../src/main/engine/db/db.ts'
import { decide, previewReply } from './correspondence.ts'
import { openSession } from './open-session.ts'
import { newCase, noDetails, openRegister, type TestRegister } from './register.ts'

async function register(
  { ask }: TestRegister,
  change: Parameters<typeof newCase>[0] = {},
): Promise<{ id: number; number: string }> {
  return ask('cases.register', newCase(change))
}

/** Numbers of the cases that a search finds, in their order. */
async function found(desk: TestRegister, search: string, limit = 100): Promise<string[]> {
  const rows: string[] = []
  let after: Input<'cases.list'>['after'] = null
  do {
    const page: Output<'cases.list'> = await desk.ask('cases.list', { search, filter: 'all', after, limit })
    rows.push(...page.rows.map(({ number }) => number))
    after = page.next
  } while (after)
  return rows
}

describe('the search', () => {
  const named = (familyName: string): Parameters<typeof newCase>[0] => ({
    applicant: {
      ...newCase().applicant,
      familyName,
      givenName: '',
      patronymic: '',
      email: '',
      iin: '',
      phone: '',
    },
  })

  it('finds names typed without Kazakh letters, below those typed as they are', async () => {
    const desk = await openRegister()
    const kazakh = (await register(desk, named('Нұрғалиев'))).number
    const russian = (await register(desk, named('Нургалиев'))).number
    const later = (await register(desk, named('Нұрғалиева'))).number
    expect(await found(desk, 'нургали')).toEqual([russian, later, kazakh])
    // One row a page: no row is lost or told twice between the tiers.
    expect(await found(desk, 'нургали', 1)).toEqual([russian, later, kazakh])
    expect(await found(desk, 'нургали', 2)).toEqual([russian, later, kazakh])
    // With the letter itself, only those who have it.
    expect(await found(desk, 'нұрғали')).toEqual([later, kazakh])
  })

  it.each([
    ['Ә', 'А'],
    ['Ғ', 'Г'],
    ['Қ', 'К'],
    ['Ң', 'Н'],
    ['Ө', 'О'],
    ['Ұ', 'У'],
    ['Ү', 'У'],
    ['Һ', 'Х'],
    ['І', 'И'],
  ])(
    'finds %s for a typed %s, below the name that is written with that, and not the other way',
    async (own, typed) => {
      const desk = await openRegister()
      // In this order: where both fit alike, the newer stands first.
      const russian = (await register(desk, named(`${typed}рбле${typed.toLowerCase()}в`))).number
      const kazakh = (await register(desk, named(`${own}рбле${own.toLowerCase()}в`))).number
      for (const begin of [`${typed}рбл`, `${typed}рбл`.toLowerCase(), `${typed}РБЛЕ${typed}В`])
        expect(await found(desk, begin), begin).toEqual([russian, kazakh])
      for (const begin of [`${own}рбл`, `${own}рбл`.toLowerCase(), `${own}РБЛЕ${own}В`])
        expect(await found(desk, begin), begin).toEqual([kazakh])
    },
  )

  it('finds texts, demands, notes, letters and names of files', async () => {
    const desk = await openRegister()
    const attachments = [{ name: 'акт сверки.pdf', mime: '', bytes: new Uint8Array(1) }]
    const { id, number } = await register(desk, {
      attachments,
      details: { ...noDetails, demand: 'виноград' },
    })
    expect(await found(desk, 'сверки')).toEqual([number])
    expect(await found(desk, 'виногр')).toEqual([number])
    expect(await found(desk, 'позвонила')).toEqual([])
    await desk.ask('cases.addNote', { id, text: 'Позвонила, просит ответить до пятницы' })
    expect(await found(desk, 'позвонила пятн')).toEqual([number])
    expect((await desk.ask('cases.card', { id })).notes).toMatchObject([{ officer: 'Ә. Қалиева' }])
    await decide(desk, id)
    const { sha256 } = await previewReply(desk, id, 'ru')
    const letter = await desk.ask('letters.issue', { sha256 })
    expect(await found(desk, 'не обнаружены')).toEqual([number])
    expect(await found(desk, letter.number)).toEqual([number])
  })

  it('finds who acts for the applicant, as long as they do', async () => {
    const desk = await openRegister()
    const representative = {
      name: 'Оспанова Қарлығаш',
      powerNumber: '17',
      powerIssuedOn: '2026-01-10',
      powerIssuer: 'нотариус',
      powerValidUntil: null,
    }
    const { id, number } = await register(desk, { representative })
    expect(await found(desk, 'оспанов')).toEqual([number])
    expect(await found(desk, 'карлыгаш')).toEqual([number])
    const other = { ...representative, name: 'Байсеитов' }
    await desk.ask('cases.setRepresentative', { id, representative: other })
    expect(await found(desk, 'байсеит')).toEqual([number])
    expect(await found(desk, 'оспанов')).toEqual([])
    await desk.ask('cases.setRepresentative', { id, representative: null })
    expect(await found(desk, 'байсеит')).toEqual([])
  })

  it('finds a telephone however it is typed, and is not misled by marks nobody sees', async () => {
    const desk = await openRegister()
    const applicant = {
      ...newCase().applicant,
      familyName: 'Үм\u200bбет\u202eова😀',
      phone: '8 (701) 123-45-67',
    }
    const { id, number } = await register(desk, { applicant })
    for (const typed of ['+7 701 123 45 67', '87011234567', '7011234567', '701 123', 'үмбетова']) {
      expect(await found(desk, typed), typed).toEqual([number])
    }
    // As typed, nothing lost.
    expect((await desk.ask('cases.card', { id })).applicant.familyName).toBe(applicant.familyName)
  })
})

describe('a search within filters', () => {
  it('finds what both let through, whatever they are', async () => {
    const desk = await openRegister()
    const kinds = ['access', 'claim', 'question'] as const
    const channels = ['paper', 'email'] as const
    const sites = ['portal.smartcloud.kz', 'smartcloud.kz', 'Сайт.Қаз', '']
    for (let number = 0; number < 36; number += 1) {
      await register(desk, {
        kind: kinds[number % 3] ?? 'access',
        channel: channels[number % 2] ?? 'paper',
        site: sites[number % 4] ?? '',
        receivedOn: ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-20'][number % 4] ?? '',
        text: number % 5 === 0 ? 'виноград' : 'яблоко',
      })
    }
    const list = async (search: string, narrow: Partial<Narrow>): Promise<number[]> => {
      const input = { filter: 'all', search, narrow: { ...everything, ...narrow }, sort: null } as const
      const { rows } = await desk.ask('cases.list', { ...input, after: null, limit: 200 })
      return rows.map(({ id }) => id).toSorted((a, b) => a - b)
    }
    const grapes = await list('виноград', {})
    expect(grapes).toHaveLength(8)
    const day = (text: string): LocalDate => LocalDate.parse(text)
    const narrows: Partial<Narrow>[] = [
      { kinds: ['claim'] },
      { kinds: ['claim', 'access'], channels: ['paper'] },
      { sites: ['smartcloud.kz'] },
      { sites: ['Сайт.Қаз', 'portal.smartcloud.kz'], langs: ['ru', 'kk'] },
      { receivedFrom: day('2026-10-31'), receivedTo: day('2026-11-01') },
      { receivedFrom: day('2026-11-01') },
      { receivedTo: day('2026-10-30'), kinds: ['question'] },
      { receivedFrom: day('2020-01-01'), receivedTo: day('2026-10-31') },
      { receivedFrom: day('2026-11-02'), receivedTo: day('2026-11-01') },
    ]
    for (const narrow of narrows) {
      const fit = await list('', narrow)
      expect(await list('виногр', narrow), JSON.stringify(narrow)).toEqual(
        grapes.filter((id) => fit.includes(id)),
      )
    }
    // What the index calls a kind is no word of a case.
    expect(await list('kindclaim', {})).toEqual([])
  })
})

describe('words', () => {
  it('are found by their beginning however many share it, and forgotten with their cases', () => {
    const { session } = openSession()
    session.unrecorded(({ db }) => {
      for (let number = 0; number < 60; number += 1) {
        const ending = [...String(number)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')
        insertSearchable(db, `Қарағанд${ending}`)
      }
      insertSearchable(db, 'Жетісу')
    })
    const input = { filter: 'all', narrow: everything, sort: null, after: null, limit: 200 } as const
    const find = (search: string): number =>
      session.query((db) => listCases(db, { ...input, search }, session.today).rows.length)
    expect([find('қарағанд'), find('қарағандб'), find('караганд'), find('жетіс'), find('жетісуу')]).toEqual([
      60, 11, 60, 1, 0,
    ])
    const words = (): number =>
      session.query(
        (db) => db.get<{ n: number }>("SELECT count(*) AS n FROM case_word WHERE word LIKE 'жет%'")?.n ?? 0,
      )
    expect(words()).toBe(2)
    session.unrecorded(({ db }) => {
      db.run('DELETE FROM case_search WHERE rowid = (SELECT max(id) FROM cases)')
      forgetWords(db)
    })
    expect(words()).toBe(0)
    expect(find('қарағандб')).toBe(11)
  })
})

function insertSearchable(db: WritableDb, familyName: string): void {
  const applicant = { ...newCase().applicant, familyName }
  const { kind, channel, receivedOn, site, details } = NewCase.parse(newCase())
  const place = takePlace(db, 'ДС', 2026)
  const number = `ДС-2026-${String(place).padStart(4, '0')}`
  const row = {
    number,
    kind,
    channel,
    receivedOn,
    site,
    details,
    subject: '',
    text: '',
    lang: applicant.lang,
  }
  const whence = { registeredAt: '', assigneeId: null, emailMessageId: null, emailSha256: null }
  indexCase(db, insertCase(db, { ...row, ...whence }, insertPerson(db, applicant), sortKeyOf(applicant)))
}
