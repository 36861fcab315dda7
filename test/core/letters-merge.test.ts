import { describe, expect, it } from 'vitest'
import { fieldsAsked, letterFits } from '../../src/core/letters/fields.ts'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import type { LetterInput } from '../../src/core/letters/places.ts'
import {
  pageLabel,
  textsOf,
  type DocumentBlock,
  type LetterDocument,
} from '../../src/core/letters/document.ts'
import type { LetterBlock, LetterField } from '../../src/shared/model/letter.ts'
import { applicant, date, field, letterInput, organisation, template } from './letters-input.ts'

function merged(input: LetterInput): LetterDocument {
  const result = mergeLetter(input)
  if (!result.ok) throw new Error(`${result.reason}: ${result.field}`)
  return result.document
}

function textOf(block: DocumentBlock | undefined): string {
  if (!block) return ''
  return textsOf(block)
    .flat()
    .map((run) => run.text)
    .join('')
}

function paragraphs(
  blocks: LetterBlock[],
  over: Partial<LetterInput> = {},
  fields: LetterField[] = [],
): string[] {
  return merged(letterInput({ template: template(blocks, fields), ...over })).blocks.map(textOf)
}

const one = (text: string): LetterBlock[] => [{ type: 'paragraph', text }]

describe('the frame of a letter', () => {
  it('is whole in Russian', () => {
    expect(merged(letterInput())).toMatchObject({
      numberLine: 'Исх. № 2026/45',
      dateLine: 'от «22» ноября 2026 года',
      reference: 'На вх. № 2026-0017 от «20» ноября 2026 года',
      salutation: 'Уважаемый Арман Болатович!',
      closing: 'С уважением,',
      executor: ['Исп.: Г. С. Нұрланова', 'тел.: +7 (727) 000-00-01'],
      addressee: { label: '', name: 'Серикову Арману Болатовичу' },
    })
  })

  it('is whole in Kazakh', () => {
    expect(merged(letterInput({ lang: 'kk' }))).toMatchObject({
      numberLine: 'Шығ. № 2026/45',
      dateLine: '2026 жылғы «22» қараша',
      reference: '2026 жылғы «20» қарашадағы кіріс № 2026-0017 өтінішке',
      salutation: 'Құрметті Арман Болатович!',
      closing: 'Құрметпен,',
      addressee: { label: '', name: 'Сериков Арман Болатовичке' },
    })
  })

  it('leaves out the empty lines of the letterhead and an executor without a name', () => {
    const bare = { ...organisation, bin: '', phone: ' ', executor: { name: '', phone: '1' } }
    const { letterhead, executor } = merged(letterInput({ organisation: bare }))
    expect(letterhead.ru.lines).toEqual(['050000, г. Алматы, ул. Примерная, 1'])
    expect(letterhead.contacts).toBe('office@example.kz  ·  example.kz')
    expect(executor).toEqual([])
  })

  it('is refused without a signatory', () => {
    const unsigned = { ...organisation, signatory: { ...organisation.signatory, name: ' ' } }
    expect(mergeLetter(letterInput({ organisation: unsigned }))).toEqual({
      ok: false,
      reason: 'missing',
      field: 'organisation.signatory.name',
    })
  })

  it('labels the pages', () => {
    expect(pageLabel('ru', 1, 3)).toBe('стр. 1 из 3')
    expect(pageLabel('kk', 1, 3)).toBe('3 беттің 1-беті')
  })
})

describe('the text of a letter', () => {
  it('is filled from the case', () => {
    expect(
      paragraphs(one('№ {{caseNumber}} {{receivedOn}} {{channel}} {{matter}}, {{organisation}}')),
    ).toEqual([
      '№ 2026-0017 20 ноября 2026 года по электронной почте ' +
        'о предоставлении сведений о персональных данных, АО «Казтелепорт»',
    ])
  })

  it('takes the form of a date in Kazakh', () => {
    expect(paragraphs(one('{{receivedOn:locative}}'), { lang: 'kk' })).toEqual(['2026 жылғы 20 қарашада'])
  })

  it('knows bold words', () => {
    const document = merged(letterInput({ template: template(one('Номер **{{caseNumber}}** важен')) }))
    expect(document.blocks[0]).toEqual({
      type: 'paragraph',
      runs: [
        { text: 'Номер ', style: 'regular' },
        { text: '2026-0017', style: 'bold' },
        { text: ' важен', style: 'regular' },
      ],
    })
  })

  it('makes a paragraph of each line the officer wrote', () => {
    const fields = { reasoning: 'Первое.\r\n\r\nВторое.' }
    expect(paragraphs(one('Обоснование: {{reasoning}}'), { fields }, [field('reasoning')])).toEqual([
      'Обоснование: Первое.',
      'Второе.',
    ])
  })

  it('takes what the officer wrote for words, never for a place or for bold', () => {
    const fields = { reasoning: '{{caseNumber}} и **так**' }
    expect(paragraphs(one('{{reasoning}}'), { fields }, [field('reasoning')])).toEqual([
      '{{caseNumber}} и **так**',
    ])
  })

  it('composes letters and drops what has no look of its own', () => {
    const fields = { reasoning: 'и\u0306\u00ad од\u200b\tтест\u202f₸' }
    expect(paragraphs(one('{{reasoning}}'), { fields }, [field('reasoning')])).toEqual(['й од тест\u00a0₸'])
  })

  it('lists the entries of a catalog in its own order', () => {
    const fields = { categories: ['phone', 'fullName'] }
    const blocks: LetterBlock[] = [{ type: 'listOf', name: 'categories' }]
    const asked = [field('categories', { type: 'catalog', catalog: 'categories' })]
    const [list] = merged(letterInput({ template: template(blocks, asked), fields })).blocks
    expect(list).toMatchObject({
      type: 'list',
      items: [[{ text: 'фамилия, имя, отчество' }], [{ text: 'телефон' }]],
    })
  })

  it('lists the lines of a text field', () => {
    const blocks: LetterBlock[] = [{ type: 'listOf', name: 'changes' }]
    const [list] = merged(
      letterInput({ template: template(blocks, [field('changes')]), fields: { changes: 'а\n\nб' } }),
    ).blocks
    expect(list).toMatchObject({ items: [[{ text: 'а' }], [{ text: 'б' }]] })
  })

  it('tells the terms that bind, nearest first, and no internal one', () => {
    const clock = { title: { ru: 'Ответ', kk: 'Жауап' }, basis: { ru: 'ст. 25', kk: '25-бап' } }
    const clocks = [
      { ...clock, nature: 'policy' as const, dueOn: date('2026-12-20') },
      { ...clock, nature: 'statutory' as const, dueOn: date('2026-11-25') },
      { ...clock, nature: 'internal' as const, dueOn: date('2026-11-24') },
    ]
    const input = letterInput({ template: template([{ type: 'listOf', name: 'deadlines' }]) })
    const about = { ...input.case, clocks }
    expect(merged({ ...input, case: about }).blocks[0]).toMatchObject({
      items: [
        [{ text: 'Ответ – не позднее 25 ноября 2026 года (ст. 25)' }],
        [{ text: 'Ответ – не позднее 20 декабря 2026 года (ст. 25)' }],
      ],
    })
    expect(merged({ ...input, case: about, lang: 'kk' }).blocks[0]).toMatchObject({
      items: [[{ text: 'Жауап – 2026 жылғы 25 қарашадан кешіктірмей (25-бап)' }], [{}]],
    })
  })

  it('keeps only the blocks whose conditions hold', () => {
    const blocks: LetterBlock[] = [
      { type: 'paragraph', text: 'а', when: { outcomes: ['granted'] } },
      { type: 'paragraph', text: 'б', when: { outcomes: ['refused'] } },
      { type: 'paragraph', text: 'в', when: { kinds: ['claim'] } },
      { type: 'paragraph', text: 'г', when: { kinds: ['access'], filled: 'note' } },
      { type: 'paragraph', text: 'д', when: { filled: 'categories' } },
    ]
    const asked = [field('note', { required: false }), field('categories', { required: false })]
    expect(paragraphs(blocks, { fields: { note: 'есть' } }, asked)).toEqual(['а', 'г'])
  })

  it('composes the covering mail', () => {
    const result = mergeLetter(letterInput())
    expect(result.ok && result.mail).toEqual({
      subject: 'Обращение № 2026-0017',
      text: 'Уважаемый Арман Болатович!\n\nИсх. № 2026/45 от 22 ноября 2026 года.',
    })
  })
})

describe('a merge that can’t be', () => {
  const dateField = [field('on', { type: 'date' })]
  const catalogField = [field('categories', { type: 'catalog', catalog: 'categories' })]

  it.each<[string, LetterBlock[], LetterField[], LetterInput['fields'], string, string]>([
    ['an empty required field', one('а'), [field('reasoning')], { reasoning: ' \n' }, 'missing', 'reasoning'],
    ['a required field left out', one('а'), [field('reasoning')], {}, 'missing', 'reasoning'],
    ['a required list without entries', one('а'), catalogField, { categories: [] }, 'missing', 'categories'],
    [
      'an empty optional field in the text',
      one('{{on}}'),
      [field('on', { required: false })],
      {},
      'missing',
      'on',
    ],
    ['a ground that was not chosen', one('{{refusalGround}}'), [], {}, 'missing', 'refusalGround'],
    ['a list of nothing', [{ type: 'listOf', name: 'deadlines' }], [], {}, 'missing', 'deadlines'],
    ['an entry the catalog lacks', one('а'), catalogField, { categories: ['x'] }, 'invalid', 'categories'],
    ['a text where entries are asked', one('а'), catalogField, { categories: 'x' }, 'invalid', 'categories'],
    ['entries where a text is asked', one('а'), [field('a')], { a: ['x'] }, 'invalid', 'a'],
    ['no date of the calendar', one('а'), dateField, { on: '2026-02-30' }, 'invalid', 'on'],
    ['a place nobody knows', one('{{nobody}}'), [], {}, 'unknownPlace', 'nobody'],
    ['a name every object has', one('{{constructor}}'), [], {}, 'unknownPlace', 'constructor'],
    ['a form nobody knows', one('{{receivedOn:vocative}}'), [], {}, 'unknownPlace', 'receivedOn:vocative'],
    ['a form of what is no date', one('{{caseNumber:dative}}'), [], {}, 'unknownPlace', 'caseNumber:dative'],
    [
      'a list in a paragraph',
      one('{{categories}}'),
      catalogField,
      { categories: ['phone'] },
      'unknownPlace',
      'categories',
    ],
    [
      'a condition on nothing',
      [{ type: 'paragraph', text: 'а', when: { filled: 'x' } }],
      [],
      {},
      'unknownPlace',
      'x',
    ],
    [
      'a list of a date',
      [{ type: 'listOf', name: 'on' }],
      dateField,
      { on: '2026-11-20' },
      'unknownPlace',
      'on',
    ],
    ['stray braces', one('{{ caseNumber }}'), [], {}, 'unknownPlace', '{{ caseNumber }}'],
  ])('says so: %s', (_, blocks, asked, fields, reason, name) => {
    const result = mergeLetter(letterInput({ template: template(blocks, asked), fields }))
    expect(result).toEqual({ ok: false, reason, field: name })
  })

  it('does not ask for the fields of another outcome', () => {
    const asked = [field('reasoning', { outcomes: ['partly'] })]
    expect(paragraphs(one('а'), {}, asked)).toEqual(['а'])
    const partly = { ...letterInput().case, outcome: 'partly' as const }
    expect(mergeLetter(letterInput({ template: template(one('а'), asked), case: partly }))).toEqual({
      ok: false,
      reason: 'missing',
      field: 'reasoning',
    })
  })
})

describe('the fields of a letter', () => {
  const { meta } = template(one('а'), [
    field('always'),
    field('partly', { outcomes: ['partly'] }),
    field('on', { type: 'date' }),
  ])

  it('are those of the outcome', () => {
    expect(fieldsAsked(meta, 'granted').map((asked) => asked.id)).toEqual(['always', 'on'])
    expect(fieldsAsked(meta, 'partly').map((asked) => asked.id)).toEqual(['always', 'partly', 'on'])
    expect(fieldsAsked(meta, null).map((asked) => asked.id)).toEqual(['always', 'on'])
  })

  it('fit the moment of the case', () => {
    const moment = { kind: 'access', status: 'decided', outcome: null } as const
    expect(letterFits(meta, moment)).toBe(true)
    expect(letterFits(meta, { ...moment, kind: 'claim' })).toBe(false)
    expect(letterFits(meta, { ...moment, status: 'inWork' })).toBe(false)
    expect(letterFits({ ...meta, outcomes: ['refused'] }, moment)).toBe(false)
    expect(letterFits({ ...meta, outcomes: ['refused'] }, { ...moment, outcome: 'refused' })).toBe(true)
  })
})

describe('an applicant without an address', () => {
  it('has only the lines there are', () => {
    const nobody = { ...applicant, address: 'а\nб', email: '' }
    const input = letterInput()
    expect(merged({ ...input, case: { ...input.case, applicant: nobody } }).addressee.lines).toEqual([
      'а',
      'б',
    ])
  })
})
