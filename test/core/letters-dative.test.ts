import { describe, expect, it } from 'vitest'
import { dativeName, kazakhDative, learnedWords } from '../../src/core/letters/dative.ts'
import { inflect } from '../../src/main/engine/letters/inflect.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'

const { dativeWords } = loadPacks('resources')
const male = '900101300126'
const female = '851231456780'

/** Family name, given name, patronymic, IIN; and how they stand in «Кому», written by hand. */
const russian: [string, string, string, string, string][] = [
  ['Сейітов', 'Ерлан', 'Қайратұлы', '', 'Сейітову Ерлану Қайратұлы'],
  ['Үмбетова', 'Гүлнәр', 'Әлиқызы', '', 'Үмбетовой Гүлнәр Әлиқызы'],
  ['Серикова', 'Динара', 'Болатовна', '', 'Сериковой Динаре Болатовне'],
  ['Цой', 'Виктор', 'Робертович', '', 'Цою Виктору Робертовичу'],
  ['Цой', 'Анна', 'Робертовна', '', 'Цой Анне Робертовне'],
  ['Ким', 'Қуаныш', 'Ильич', '', 'Киму Қуанышу Ильичу'],
  ['Ахметов', 'Мұқаң', '', male, 'Ахметову Мұқаңу'],
  ['Мельник', 'Мария', 'Петровна', '', 'Мельник Марии Петровне'],
  ['Шевченко', 'Тарас', 'Григорьевич', '', 'Шевченко Тарасу Григорьевичу'],
  ['Черных', 'Илья', '', male, 'Черных Илье'],
  ['Тоқтаров', 'Қасым-Жомарт', 'Кемелұлы', '', 'Тоқтарову Қасым-Жомарту Кемелұлы'],
  ['Сорокина', 'Анна-Мария', 'Юрьевна', '', 'Сорокиной Анне-Марии Юрьевне'],
  ['Салтыков-Щедрин', 'Михаил', 'Евграфович', '', 'Салтыкову-Щедрину Михаилу Евграфовичу'],
  ['Қайратұлы', 'Ержан', '', male, 'Қайратұлы Ержану'],
  ['Оспанқызы', 'Жанар', '', female, 'Оспанқызы Жанар'],
  ['Қайратұлы', 'Ержан', '', '', 'Қайратұлы Ержану'],
  ['Ахметов', 'Ержан Қайратұлы', '', '', 'Ахметову Ержану Қайратұлы'],
  ['Оспанкызы', 'Динара', '', '', 'Оспанкызы Динаре'],
  ['Айгүл Серікқызы', '', '', '', 'Айгүл Серікқызы'],
  ['Жұмабай', 'Абай', '', male, 'Жұмабаю Абаю'],
  ['Жұмабай', 'Сәуле', '', female, 'Жұмабай Сәуле'],
  ['Алиева', 'Асель', 'Сериковна', '', 'Алиевой Асель Сериковне'],
  ['Кузьмина', 'Любовь', 'Игоревна', '', 'Кузьминой Любови Игоревне'],
  ['Мамедов', 'Расим', 'Али оглы', '', 'Мамедову Расиму Али оглы'],
  ['Қожа', 'Мұстафа', '', male, 'Қоже Мұстафе'],
  ['Ким', 'Саша', '', '', 'Ким Саша'],
  ['Сериков', '', '', male, 'Серикову'],
]

const kazakh: [string, string][] = [
  ['Сейітов Ерлан Қайратұлы', 'Сейітов Ерлан Қайратұлына'],
  ['Үмбетова Гүлнәр Әлиқызы', 'Үмбетова Гүлнәр Әлиқызына'],
  ['Сериков Арман Болатович', 'Сериков Арман Болатовичке'],
  ['Серикова Динара Болатовна', 'Серикова Динара Болатовнаға'],
  ['Назарбаев', 'Назарбаевқа'],
  ['Бектенов', 'Бектеновке'],
  ['Мамин', 'Маминге'],
  ['Ахметов Ерлан', 'Ахметов Ерланға'],
  ['Үмбетова Айгүл', 'Үмбетова Айгүлге'],
  ['Серік', 'Серікке'],
  ['Қанат', 'Қанатқа'],
  ['Төлеу', 'Төлеуге'],
  ['Әсия', 'Әсияға'],
  ['', ''],
]

describe('the dative of a name', () => {
  it.each(russian)('is Russian: %s %s %s %s', (familyName, givenName, patronymic, iin, expected) => {
    const person = { familyName, givenName, patronymic, iin }
    expect(dativeName(person, 'ru', { inflect, words: dativeWords })).toBe(expected)
  })

  it.each(kazakh)('is Kazakh: %s', (name, expected) => {
    expect(kazakhDative(name)).toBe(expected)
  })

  it('is learned from what the officer wrote, word for word', () => {
    const person = { familyName: 'Цой', givenName: 'Қали', patronymic: '', iin: male }
    const learned = [{ word: 'Қали', gender: 'male', dative: 'Қалию' }]
    expect(learnedWords(person, 'Цою Қали', 'Цою Қалию')).toEqual(learned)
    expect(learnedWords(person, 'Цою Қали', 'Қ. Цою')).toEqual([])
    expect(learnedWords(person, 'Цою Қали', 'Қалию')).toEqual([])
    expect(learnedWords(person, 'Цою Қали', 'Цою Қали')).toEqual([])
  })

  it('takes an exception before any rule, for the right gender alone', () => {
    const words = [{ word: 'ТҮҢҒЫШ', gender: 'male' as const, dative: 'Түңғышу' }]
    const person = { familyName: 'Түңғыш', givenName: '', patronymic: '', iin: male }
    expect(dativeName(person, 'ru', { inflect: (word) => word, words })).toBe('Түңғышу')
    expect(dativeName({ ...person, iin: female }, 'ru', { inflect: (word) => word, words })).toBe('Түңғыш')
  })
})
