import type { Applicant, CaseDetails } from '../../src/shared/model/case.ts'

/** Invented people and texts, in Russian and Kazakh. The same number gives the same. */

const familyNames =
  `Серикова Әбдіқадырова Ким Нұрмағамбетова Коваленко Өтегенова Жүнісова Иванова Ахметова Оспанова
  Қасымова Сәрсенбаева Тілеубергенова Мұқанова Бекова Пак Шевченко Петрова Смагулова Ғабдуллина Қожахметова Ысқақова Есімова
  Түсіпова Цой Мельник Досжанова Рахимова Үмбетова Шәріпова Искакова Жақсылықова Ермекова Байжанова Кузнецова Абдрахманова
  Хамитова Ізбасарова Молдағалиева Юсупова`.split(/\s+/)
const givenNames =
  `Айгүл Мария Гүлнәр Шолпан Елена Қарлығаш Ұлжан Дана Әсел Динара Жанар Ольга Сәуле Мәдина Ботагөз Татьяна
  Гаухар Индира Камила Ләззат Наталья Перизат Раушан Толқын Фариза`.split(/\s+/)
const patronymics = `Ерланқызы Сергеевна Әлиқызы Болатовна Мұратқызы Викторовна Серікқызы Ахметовна Қайратқызы
  Александровна Жанболатқызы`.split(/\s+/)
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

/** A number that looks like chance and is the same every time, from 0 up to `of`; each `salt` gives another. */
export function chance(number: number, salt: number, of: number): number {
  let mixed = Math.imul(number ^ (salt * 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) % of
}

export function person(number: number): Applicant {
  return {
    organisation: '',
    familyName: pick(familyNames, chance(number, 1, 1_000)),
    givenName: pick(givenNames, chance(number, 2, 1_000)),
    patronymic: pick(patronymics, chance(number, 3, 1_000)),
    iin: iin(number),
    address: `г. Алматы, ул. Примерная, ${(number % 200) + 1}`,
    email: `applicant${number}@example.com`,
    phone: `+7 700 ${String(1_000_000 + number)}`,
    lang: chance(number, 4, 2) === 0 ? 'ru' : 'kk',
  }
}

/** A date of birth, a sign of the century, and a number: its check digit may be wrong, which is allowed. */
function iin(number: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const birth = `${two(chance(number, 5, 60) + 40)}${two(chance(number, 6, 12) + 1)}${two(chance(number, 7, 28) + 1)}`
  return `${birth}4${String(number).padStart(5, '0').slice(-5)}`
}

export function text(number: number): string {
  return Array.from({ length: 8 }, (_, index) => pick(sentences, chance(number, 10 + index, 100))).join(' ')
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
