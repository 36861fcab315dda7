import type { LetterInput } from '../../src/core/letters/places.ts'
import type { LetterSystem } from '../../src/core/letters/systems.ts'
import type { LetterBlock, LetterField, LetterTemplate } from '../../src/shared/model/letter.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import type { Organisation } from '../../src/shared/model/settings.ts'

/** Invented, like every person and number in the tests. */
export const organisation: Organisation = {
  name: { ru: 'АО «Казтелепорт»', kk: '«Казтелепорт» АҚ' },
  bin: '991140000575',
  address: { ru: '050000, г. Алматы, ул. Примерная, 1', kk: '050000, Алматы қ., Үлгі көшесі, 1' },
  phone: '+7 (727) 000-00-00',
  email: 'office@example.kz',
  website: 'example.kz',
  signatory: {
    name: 'А. Б. Ермеков',
    position: { ru: 'Ответственный за обработку данных', kk: 'Деректерді өңдеуге жауапты тұлға' },
  },
  executor: { name: 'Г. С. Нұрланова', phone: '+7 (727) 000-00-01' },
  opensAt: '09:00',
  closesAt: '18:00',
}

export const applicant: LetterInput['case']['applicant'] = {
  organisation: '',
  familyName: 'Сериков',
  givenName: 'Арман',
  patronymic: 'Болатович',
  iin: '900101300126',
  address: '050000, г. Алматы, ул. Вымышленная, д. 5, кв. 12',
  email: 'a.serikov@example.kz',
  phone: '',
  lang: 'ru',
}

export const date = (text: string): LocalDate => LocalDate.parse(text)

/** A template with the same blocks in both languages. */
export function template(blocks: LetterBlock[], fields: LetterField[] = []): LetterTemplate {
  const text = {
    title: 'Письмо',
    mailSubject: 'Обращение № {{caseNumber}}',
    mailText: '{{salutation}}\n\nИсх. № {{letterNumber}} от {{letterDate}}.',
    blocks,
  }
  return {
    meta: {
      id: 'test',
      version: 1,
      title: { ru: 'Письмо', kk: 'Хат', en: 'Letter' },
      kinds: ['access'],
      statuses: ['decided'],
      outcomes: null,
      answers: true,
      internal: false,
      discloses: false,
      fields,
      source: 'test',
    },
    texts: { ru: text, kk: text },
  }
}

export function field(id: string, over: Partial<LetterField> = {}): LetterField {
  return { id, type: 'text', required: true, title: { ru: id, kk: id, en: id }, ...over }
}

export function letterInput(over: Partial<LetterInput> = {}): LetterInput {
  return {
    template: template([{ type: 'paragraph', text: 'Текст.' }]),
    lang: 'ru',
    organisation,
    case: {
      number: '2026-0017',
      kind: 'access',
      receivedOn: date('2026-11-20'),
      channel: 'email',
      applicant,
      outcome: 'granted',
      refusalGround: null,
      clocks: [],
      representative: null,
      details: {
        ground: null,
        demand: '',
        amountTiyn: null,
        referenceNumber: '',
        referenceOn: null,
        statedDueOn: null,
      },
      systems: [],
    },
    addressee: { ru: 'Серикову Арману Болатовичу', kk: 'Сериков Арман Болатовичке' },
    corrects: null,
    number: '2026/45',
    date: date('2026-11-22'),
    fields: {},
    catalogs: {
      categories: [
        { id: 'fullName', title: { ru: 'фамилия, имя, отчество', kk: 'тегі, аты, әкесінің аты' }, basis: '' },
        { id: 'phone', title: { ru: 'телефон', kk: 'телефон' }, basis: '' },
      ],
      purposes: [],
      systems: [],
    },
    ...over,
  }
}

/** A request that tells all that a request can tell. */
export const everyDetail: LetterInput['case']['details'] = {
  ground: 'unlawful',
  demand: 'Требование',
  amountTiyn: 150_000_050,
  referenceNumber: '01-7/123',
  referenceOn: date('2026-11-18'),
  statedDueOn: date('2026-12-04'),
}

/** Data found and destroyed in every system. */
export function everySystem(catalogs: LetterInput['catalogs']): LetterSystem[] {
  return catalogs.systems.map(({ title }) => ({
    title,
    found: 'found',
    categories: catalogs.categories.slice(0, 2).map((entry) => entry.title),
    data: '',
    deed: 'destroyed',
    deedOn: date('2026-11-23'),
    proof: 'запись 17',
    deedMethod: '',
    deedBy: 'Д. Оспанов',
  }))
}
