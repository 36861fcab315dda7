import { describe, expect, it } from 'vitest'
import { fullName, genderOf, salutation } from '../../src/core/letters/address.ts'

const person = (familyName: string, givenName = '', patronymic = '', iin = '') => ({
  familyName,
  givenName,
  patronymic,
  iin,
})

describe('genderOf', () => {
  it.each([
    ['Болатович', 'male'],
    ['Ильич', 'male'],
    ['Фомич', 'male'],
    ['Никитич', 'male'],
    ['Серікұлы', 'male'],
    ['Серикулы', 'male'],
    ['Болатовна', 'female'],
    ['Ильинична', 'female'],
    ['Серікқызы', 'female'],
    ['Серик кызы', 'female'],
  ])('knows the patronymic %s', (patronymic, gender) => {
    expect(genderOf(person('Ким', 'Саша', patronymic))).toBe(gender)
  })

  it.each([
    ['Қайратұлы', 'Ержан', 'male'],
    ['Қайратулы', 'Ержан', 'male'],
    ['Ахметов', 'Ержан Қайратұлы', 'male'],
    ['Оспанқызы', 'Жанар', 'female'],
    ['Оспанкызы', 'Жанар', 'female'],
    ['Айгүл Серікқызы', '', 'female'],
    ['Ким', 'Айгүл Серік қызы', 'female'],
    // What a woman bears after her father's father is not what she is.
    ['Қайратұлы', 'Айгүл Серікқызы', 'female'],
    ['Петрович', 'Саша', null],
    ['Царевна', 'Саша', null],
  ])('knows the ending in «%s» «%s» without a patronymic and an IIN', (familyName, givenName, gender) => {
    expect(genderOf(person(familyName, givenName))).toBe(gender)
  })

  it('believes a name before the IIN', () => {
    expect(genderOf(person('Оспанқызы', 'Жанар', '', '900101300126'))).toBe('female')
  })

  it.each([
    ['900101300126', 'male'],
    ['851231456780', 'female'],
    ['040229500015', 'male'],
  ])('falls back on digit 7 of the IIN %s', (iin, gender) => {
    expect(genderOf(person('Ким', 'Саша', '', iin))).toBe(gender)
  })

  it('believes the patronymic before the IIN', () => {
    expect(genderOf(person('Ким', 'Саша', 'Болатовна', '900101300126'))).toBe('female')
  })

  it.each(['', '900101000126', '90010130012', 'не указан'])('is unknown with the IIN «%s»', (iin) => {
    expect(genderOf(person('Ким', 'Саша', '', iin))).toBeNull()
  })
})

describe('salutation', () => {
  it.each([
    [person('Сериков', 'Арман', 'Болатович'), 'Уважаемый Арман Болатович!', 'Құрметті Арман Болатович!'],
    [person('Серікова', 'Айгүл', 'Серікқызы'), 'Уважаемая Айгүл Серікқызы!', 'Құрметті Айгүл Серікқызы!'],
    [person('Қайратұлы', 'Ержан'), 'Уважаемый Ержан Қайратұлы!', 'Құрметті Ержан Қайратұлы!'],
    [person('Айгүл Серікқызы'), 'Уважаемая госпожа Айгүл Серікқызы!', 'Құрметті Айгүл Серікқызы ханым!'],
    [person('Ким', 'Саша', '', '851231456780'), 'Уважаемая Саша Ким!', 'Құрметті Саша Ким!'],
    [person('Ким', 'Саша'), 'Уважаемый заявитель!', 'Құрметті Саша Ким!'],
    [person('Ким'), 'Уважаемый заявитель!', 'Құрметті өтініш беруші!'],
    [person('Ким', '', '', '900101300126'), 'Уважаемый господин Ким!', 'Құрметті Ким мырза!'],
    [person('Ким', '', '', '851231456780'), 'Уважаемая госпожа Ким!', 'Құрметті Ким ханым!'],
  ])('greets %o', (whom, ru, kk) => {
    expect(salutation(whom, 'ru')).toBe(ru)
    expect(salutation(whom, 'kk')).toBe(kk)
  })
})

describe('fullName', () => {
  it('leaves out what is not known', () => {
    expect(fullName(person('Ким', ' Саша '))).toBe('Ким Саша')
  })
})
