import { describe, expect, it } from 'vitest'
import { NewCase } from '../../src/shared/contract/cases.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import {
  type CaseFilter,
  everything,
  type Narrow,
  type Sort,
  SortColumn,
} from '../../src/shared/model/list.ts'
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

describe('the list', () => {
  it('sorts by urgency, pages without loss, and counts', async () => {
    const desk = await openRegister()
    for (const receivedOn of ['2026-11-20', '2026-11-02', '2026-11-18', '2026-11-19', '2026-11-23']) {
      await register(desk, { receivedOn })
    }
    const first = await desk.ask('cases.list', { search: '', filter: 'open', after: null, limit: 3 })
    const rest = await desk.ask('cases.list', { search: '', filter: 'open', after: first.next, limit: 3 })
    expect([...first.rows, ...rest.rows].map((row) => row.dueOn)).toEqual([
      '2026-11-05',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ])
    expect(first.rows[0]?.daysLeft).toBe(-18)
    expect(rest.next).toBeNull()
    expect(await desk.ask('cases.summary', {})).toMatchObject({
      today: '2026-11-23',
      dueToday: 1,
      late: 1,
      fresh: 5,
      open: 5,
    })
  })

  it('finds by number, name, IIN, e-mail and words, as one types, in both languages', async () => {
    const desk = await openRegister()
    const { number } = await register(desk, { text: 'Тёмный лес' })
    await register(desk, {
      applicant: { ...newCase().applicant, familyName: 'Сейтқали', email: 'b@example.net', iin: '' },
    })
    const find = async (search: string): Promise<number> =>
      (await desk.ask('cases.list', { search, filter: 'all', after: null, limit: 10 })).rows.length
    expect(await find(number)).toBe(1)
    expect(await find('үмбет')).toBe(1)
    expect(await find('ҮМБЕТОВА гүлнәр')).toBe(1)
    expect(await find('900101300126')).toBe(1)
    expect(await find('b@example.net')).toBe(1)
    expect(await find('темный')).toBe(1)
    expect(await find('гүл')).toBe(2)
    expect(await find('нетакого')).toBe(0)
    expect(await find('" OR 1 NEAR( * ^')).toBe(0)
    expect(await find('   ')).toBe(2)
    expect(await find('үмбет\u0000')).toBe(1)
  })
})

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

describe('filters, sorting and views', () => {
  it('hold together, and page without loss', async () => {
    const desk = await openRegister()
    const claim = await register(desk, { kind: 'claim', channel: 'paper', receivedOn: '2026-11-19' })
    await register(desk, { kind: 'claim', channel: 'email' })
    await register(desk, { channel: 'paper', site: 'smartcloud.kz' })
    const list = async (narrow: Partial<Narrow>, sort: Sort | null = null): Promise<string[]> => {
      const input = {
        search: '',
        filter: 'all',
        narrow: { ...everything, ...narrow },
        sort,
        after: null,
      } as const
      return (await desk.ask('cases.list', { ...input, limit: 10 })).rows.map(({ number }) => number)
    }
    expect(await list({ kinds: ['claim'], channels: ['paper'] })).toEqual([claim.number])
    expect(await list({ kinds: ['claim'], channels: ['portal'] })).toEqual([])
    expect(await list({ sites: ['smartcloud.kz'] })).toHaveLength(1)
    expect(await list({ receivedTo: LocalDate.parse('2026-11-19') })).toEqual([claim.number])
    expect(await list({ dueTo: LocalDate.parse('2026-11-25'), langs: ['kk'] })).toHaveLength(1)
    expect(await list({ statuses: ['closed'] })).toEqual([])
    for (const by of SortColumn.options) {
      const up = await list({}, { by, descending: false })
      expect(await list({}, { by, descending: true }), by).toEqual(up.toReversed())
    }
  })

  it('sorts names by the alphabet of both languages', async () => {
    const desk = await openRegister()
    for (const familyName of [
      'Ұзақ',
      'Ёлкин',
      'Жүніс',
      'Әлиев',
      'Ақылбек',
      'Еділ',
      'Ғани',
      'Zaman',
      'Қали',
      'Ким',
    ]) {
      await register(desk, { applicant: { ...newCase().applicant, familyName } })
    }
    const sort = { by: 'person', descending: false } as const
    const rows: string[] = []
    let after: Input<'cases.list'>['after'] = null
    do {
      const page: Output<'cases.list'> = await desk.ask('cases.list', {
        search: '',
        filter: 'all',
        sort,
        after,
        limit: 3,
      })
      rows.push(...page.rows.map(({ applicantName }) => applicantName.split(' ')[0] ?? ''))
      after = page.next
    } while (after)
    expect(rows).toEqual([
      'Ақылбек',
      'Әлиев',
      'Ғани',
      'Еділ',
      'Ёлкин',
      'Жүніс',
      'Ким',
      'Қали',
      'Ұзақ',
      'Zaman',
    ])
  })

  it('are saved under a name', async () => {
    const desk = await openRegister()
    const view = {
      filter: 'open',
      search: 'ким',
      narrow: { ...everything, kinds: ['claim'] },
      sort: null,
    } as const
    await desk.ask('cases.saveView', {
      name: 'Претензии',
      view: { ...view, narrow: { ...view.narrow, kinds: ['claim'] } },
    })
    expect((await desk.ask('cases.views', {})).views).toMatchObject([
      { name: 'Претензии', view: { search: 'ким' } },
    ])
    await desk.ask('cases.removeView', { name: 'Претензии' })
    expect((await desk.ask('cases.views', {})).views).toEqual([])
  })

  it('gives cases to another officer and back', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    await desk.ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
    expect((await desk.fail('officers.save', { id: null, name: 'Б. Ермеков', active: true })).code).toBe(
      'officerKnown',
    )
    const { officers } = await desk.ask('officers.list', {})
    expect(officers.map(({ name, openCases }) => [name, openCases])).toEqual([
      ['Ә. Қалиева', 1],
      ['Б. Ермеков', 0],
    ])
    const { undo } = await desk.ask('cases.reassign', {
      assignments: [{ id, assigneeId: officers[1]?.id ?? 0 }],
    })
    const narrow = { ...everything, assignees: [officers[1]?.id ?? 0] }
    const { rows } = await desk.ask('cases.list', {
      search: '',
      filter: 'open',
      narrow,
      after: null,
      limit: 10,
    })
    expect(rows).toMatchObject([{ id, assignee: 'Б. Ермеков' }])
    await desk.ask('cases.reassign', { assignments: undo })
    expect((await desk.ask('cases.card', { id })).assigneeId).toBe(officers[0]?.id)
  })
})

/** Rows of a view, page after page, two at a time. */
async function rowsOf(
  desk: TestRegister,
  view: Partial<Input<'cases.list'>>,
): Promise<Output<'cases.list'>['rows']> {
  const rows: Output<'cases.list'>['rows'] = []
  let after: Input<'cases.list'>['after'] = null
  do {
    const ask: Input<'cases.list'> = { search: '', filter: 'all', ...view, after, limit: 2 }
    const page: Output<'cases.list'> = await desk.ask('cases.list', ask)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

describe('the order', () => {
  it('is that of journals, of the law, of the work, and of the alphabet', async () => {
    const desk = await openRegister()
    for (const kind of ['question', 'claim', 'access', 'question'] as const) await register(desk, { kind })
    await desk.ask('officers.save', { id: null, name: 'А. Бекова', active: true })
    const [first] = await rowsOf(desk, {})
    await desk.ask('cases.reassign', { assignments: [{ id: first?.id ?? 0, assigneeId: 2 }] })
    await desk.ask('cases.take', { id: 1, step: { action: 'takeUp' } })
    const by = async (sort: Sort['by']): Promise<string[]> =>
      (await rowsOf(desk, { sort: { by: sort, descending: false } })).map(({ number }) =>
        number.replace('-2026-000', ''),
      )
    expect(await by('number')).toEqual(['ВП1', 'ВП2', 'ДС1', 'ПР1'])
    expect(await by('kind')).toEqual(['ДС1', 'ПР1', 'ВП1', 'ВП2'])
    expect(await by('status')).toEqual(['ПР1', 'ДС1', 'ВП2', 'ВП1'])
    expect(await by('assignee')).toEqual(['ВП2', 'ВП1', 'ПР1', 'ДС1'])
    await desk.ask('officers.save', { id: 2, name: 'Я. Бекова', active: true })
    expect(await by('assignee')).toEqual(['ВП1', 'ПР1', 'ДС1', 'ВП2'])
  })

  it('holds while one searches, first for what matches as typed', async () => {
    const desk = await openRegister()
    const name = (familyName: string): Parameters<typeof newCase>[0] => ({
      applicant: { ...newCase().applicant, familyName, email: '', phone: '', iin: '' },
    })
    for (const [family, receivedOn] of [
      ['Нурлан', '2026-11-18'],
      ['Нұрлан', '2026-11-12'],
      ['Нурланов', '2026-11-10'],
      ['Нұрланов', '2026-11-16'],
    ] as const)
      await register(desk, { ...name(family), receivedOn })
    const sort = { by: 'received', descending: false } as const
    const rows = await rowsOf(desk, { search: 'нурлан', sort })
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual([
      '2026-11-10',
      '2026-11-18',
      '2026-11-12',
      '2026-11-16',
    ])
  })

  it('is the same by whichever way the rows are read', async () => {
    const desk = await openRegister()
    for (let number = 0; number < 40; number += 1) {
      const kind = CaseKind.options[number % 9] ?? 'access'
      const day = String(2 + (number % 19)).padStart(2, '0')
      await register(desk, {
        kind,
        receivedOn: `2026-11-${day}`,
        channel: number % 3 === 0 ? 'paper' : 'email',
      })
    }
    const all = await rowsOf(desk, {})
    const views: Partial<Narrow>[] = [
      { kinds: ['claim', 'access'] },
      { kinds: ['question'], channels: ['paper'] },
      { statuses: ['registered'], assignees: [1] },
      { receivedFrom: LocalDate.parse('2026-11-05'), receivedTo: LocalDate.parse('2026-11-06') },
      { dueTo: LocalDate.parse('2026-11-20') },
    ]
    for (const narrow of views) {
      for (const filter of ['all', 'open', 'late', 'new'] as const) {
        for (const by of SortColumn.options) {
          const view = { filter, narrow: { ...everything, ...narrow } }
          const up = await rowsOf(desk, { ...view, sort: { by, descending: false } })
          const down = await rowsOf(desk, { ...view, sort: { by, descending: true } })
          expect(down.toReversed(), by).toEqual(up)
          const fits = all.filter(
            (row) =>
              (!narrow.kinds || narrow.kinds.includes(row.kind)) &&
              (!narrow.receivedFrom || (row.receivedOn >= '2026-11-05' && row.receivedOn <= '2026-11-06')) &&
              (!narrow.dueTo || (row.dueOn ?? '9999') <= '2026-11-20') &&
              (filter !== 'late' || (row.daysLeft ?? 0) < 0),
          )
          if (!narrow.channels) expect(up.length, `${filter} ${by}`).toBe(fits.length)
        }
      }
    }
  })
})

describe('who has a case', () => {
  it('may be nobody, and nobody can be looked for', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    await register(desk)
    const { undo } = await desk.ask('cases.reassign', { assignments: [{ id, assigneeId: null }] })
    const nobodys = (): Promise<unknown[]> => rowsOf(desk, { narrow: { ...everything, assignees: [0] } })
    expect(await nobodys()).toMatchObject([{ id, assignee: null }])
    await desk.ask('cases.reassign', { assignments: undo })
    expect(await nobodys()).toEqual([])
  })

  it('is who works, under whichever name', async () => {
    const desk = await openRegister()
    await desk.ask('officers.save', { id: 1, name: 'Ә. Қалиева-Ким', active: true })
    const { id } = await register(desk)
    const card = await desk.ask('cases.card', { id })
    expect(card.assigneeId).toBe(1)
    expect(card.history[0]?.actor).toBe('Ә. Қалиева-Ким')
  })
})

describe('words', () => {
  it('are found by their beginning however many share it, and forgotten with their cases', () => {
    const { session } = openSession()
    session.command(({ db }) => {
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
    session.command(({ db }) => {
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
  indexCase(db, insertCase(db, { ...row, ...whence }, insertPerson(db, applicant)))
}

describe('the counters', () => {
  it('equal a count of the cases, whatever happened to them', async () => {
    const desk = await openRegister()
    const kinds = CaseKind.options
    for (let number = 0; number < 30; number += 1) {
      const kind = kinds[number % kinds.length] ?? 'access'
      const { id } = await register(desk, {
        kind,
        receivedOn: number % 3 === 0 ? '2026-11-02' : '2026-11-20',
      })
      if (number % 4 === 0) await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка' } })
      if (number % 8 === 0) await desk.ask('cases.take', { id, step: { action: 'reopen', reason: 'Верно' } })
    }
    const count = async (filter: CaseFilter): Promise<number> =>
      (await desk.ask('cases.list', { search: '', filter, after: null, limit: 200 })).rows.length
    expect(await desk.ask('cases.summary', {})).toMatchObject({
      dueToday: await count('today'),
      late: await count('late'),
      fresh: await count('new'),
      open: await count('open'),
    })
  })
})

describe('the chain of the record', () => {
  it('is whole', async () => {
    const desk = await openRegister()
    await register(desk)
    const { entries, brokenAt, head } = await desk.ask('audit.verify', {})
    expect({ entries, brokenAt }).toEqual({ entries: 3, brokenAt: null })
    expect(head).toMatch(/^[0-9a-f]{64}$/)
  })
})
