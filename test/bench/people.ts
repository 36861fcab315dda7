import type { Applicant, CaseDetails } from '../../src/shared/model/case.ts'

/** Invented people and texts, in Russian and Kazakh. The same number gives the same. */

const familyNames = [
  'Серикова',
  'Әбдіқадырова',
  'Ким',
  'Нұрмағамбетова',
  'Коваленко',
  'Өтегенова',
  'Жүнісова',
  'Иванова',
]
const givenNames = ['Айгүл', 'Мария', 'Гүлнәр', 'Шолпан', 'Елена', 'Қарлығаш', 'Ұлжан', 'Дана']
const patronymics = ['Ерланқызы', 'Сергеевна', 'Әлиқызы', 'Болатовна', 'Мұратқызы', 'Викторовна']
const sentences = [
  'Прошу сообщить, какие мои персональные данные вы обрабатываете и на каком основании.',
  'Менің дербес деректерімнің қайда сақталғанын және кімге берілгенін хабарлауыңызды сұраймын.',
  'Данные были указаны при регистрации на портале, договор заключён в прошлом году.',
  'Мобильді телефон нөмірім өзгерді, ескі нөмірге хабарлама жібермеуіңізді өтінемін.',
  'Ответ прошу направить на адрес электронной почты, с которого отправлено обращение.',
]

function pick<T>(list: readonly T[], number: number): T {
  const chosen = list[number % list.length]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

export function person(number: number): Applicant {
  return {
    organisation: '',
    familyName: pick(familyNames, number),
    givenName: pick(givenNames, number * 7 + 3),
    patronymic: pick(patronymics, number * 5 + 1),
    iin: String(900_101_300_000 + number).slice(0, 12),
    address: `г. Алматы, ул. Примерная, ${(number % 200) + 1}`,
    email: `applicant${number}@example.com`,
    phone: `+7 700 ${String(1_000_000 + number)}`,
    lang: number % 2 === 0 ? 'ru' : 'kk',
  }
}

export function text(number: number): string {
  return Array.from({ length: 8 }, (_, index) => pick(sentences, number + index * 3)).join(' ')
}

/** What these requests tell besides their text. */
export const noDetails: CaseDetails = {
  ground: null,
  demand: '',
  amountTiyn: null,
  referenceNumber: '',
  referenceOn: null,
  statedDueOn: null,
}
