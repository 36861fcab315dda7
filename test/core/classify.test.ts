import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { proposeCase, type CaseProposal, type IncomingMail } from '../../src/core/mail/classify.ts'
import { createMessageId, isSendable, replyReference, singleLine } from '../../src/core/mail/compose.ts'
import { parseMailDate, parseReceivedDate } from '../../src/core/mail/mail-date.ts'
import { IntakeRules } from '../../src/shared/model/intake.ts'
import { Applicant } from '../../src/shared/model/case.ts'

const rulesFile = new URL('../../resources/packs/kz/intake/rules.json', import.meta.url)
const rules = IntakeRules.parse(JSON.parse(readFileSync(rulesFile, 'utf8')))

function propose(text: string, more?: Partial<IncomingMail>): CaseProposal {
  const from = { name: '', address: 'a@example.com' }
  return proposeCase({ subject: '', text, from, replyTo: null, attachments: [], ...more }, rules)
}

describe('the kind', () => {
  test.each([
    ['access', 'Прошу сообщить, какие персональные данные обо мне хранятся и кому вы их передавали.'],
    ['access', 'Хочу получить доступ к моим персональным данным, предоставьте копию.'],
    ['access', 'Подтвердите, пожалуйста, факт обработки моих персональных данных и цели обработки.'],
    [
      'access',
      'Требую предоставить сведения: есть ли у вас информация обо мне, из какого источника получена.',
    ],
    ['access', 'Дербес деректерім туралы мәлімет беруіңізді сұраймын.'],
    ['access', 'Мен туралы қандай деректер сақтайсыздар, қандай мақсатпен өңдейсіздер?'],
    ['access', 'Дербес деректеримнин коширмесин бериниздер, мен туралы кандай малимет бар?'],
    ['rectification', 'В моих персональных данных ошибочно указан отчество. Прошу исправить.'],
    ['rectification', 'Прошу внести изменения в персональные данные: сменила фамилию после замужества.'],
    ['rectification', 'Личные данные устарели, прошу обновить мои данные в кабинете: новый адрес.'],
    ['rectification', 'Дербес деректерімде туған күнім қате көрсетілген, түзетіп беріңіздер.'],
    ['rectification', 'Тегім өзгерді, дербес деректеріме өзгерістер енгізуді сұраймын.'],
    ['withdrawal', 'Отзываю своё согласие на обработку персональных данных.'],
    ['withdrawal', 'Настоящим отзываю ранее данное вам согласие на сбор и обработку. Удалите мои данные.'],
    ['withdrawal', 'Прошу прекратить обработку моих персональных данных и удалить мои контакты.'],
    ['withdrawal', 'Дербес деректерді өңдеуге берген келісімімді кері қайтарып аламын.'],
    ['withdrawal', 'Мен бұрын берген келісімімнен бас тартамын, деректерімді өшіріңіздер.'],
    ['claim', 'Направляю досудебную претензию. В случае отказа обращусь в суд.'],
    ['claim', 'Претензия. Мои персональные данные попали в открытый доступ, требую возместить вред.'],
    ['claim', 'Сотқа дейінгі талап-арыз. Құқықтарым бұзылды, моральдық зиянды өтеуді талап етемін.'],
  ] as const)('%s: %s', (kind, text) => {
    const { kind: proposed, because } = propose(text)
    expect(proposed).toBe(kind)
    expect(because.length).toBeGreaterThan(0)
    for (const words of because) expect(text).toContain(words)
  })

  test.each([
    'Прошу предоставить информацию о тарифах на облачный сервер.',
    'Исправьте ошибку в счёте № 5: указана неверная сумма.',
    'Добрый день! Предлагаем услуги по продвижению сайтов. Для отписки нажмите здесь.',
    'Как мне сменить пароль? Номер телефона прежний.',
    'Виртуалды сервер тарифтері туралы ақпарат беріңізші.',
    'Прилагаю персональные данные для договора.',
    'Согласие на обработку персональных данных во вложении.',
    'Я не отзываю согласие на обработку персональных данных.',
    'Прошу исправить мои персональные данные либо сообщить, какие персональные данные вы храните обо мне.',
    '',
    '12345',
  ])('too little to tell: %s', (text) => {
    expect(propose(text)).toMatchObject({ kind: null })
  })

  test('a subject says more than a text', () => {
    const { kind, because } = propose('Подробности во вложении.', { subject: 'Отзыв согласия на обработку' })
    expect([kind, because]).toEqual(['withdrawal', ['Отзыв согласия']])
  })

  test('what is quoted was asked by someone else', () => {
    expect(propose('Спасибо!\n> Отзываю согласие на обработку персональных данных').kind).toBeNull()
  })
})

describe('the language', () => {
  test.each([
    ['ru', 'Прошу сообщить, какие данные вы храните. Айгүл Серікқызы'],
    ['kk', 'Дербес деректерімді жоюды сұраймын'],
    ['kk', 'Мен дербес деректерди жоюды сураймын, бул туралы маган хабарланыз'],
    ['ru', 'Hello'],
    ['ru', ''],
  ])('%s: %s', (lang, text) => {
    expect(propose(text).applicant.lang).toBe(lang)
  })
})

describe('the person', () => {
  test.each([
    ['Я, Ахметова Гульнара Сериковна, прошу', 'Ахметова', 'Гульнара', 'Сериковна'],
    ['Здравствуйте! Я, АХМЕТОВА ГУЛЬНАРА СЕРИКОВНА, прошу', 'Ахметова', 'Гульнара', 'Сериковна'],
    ['Мен, Әбдірахманов Нұрсұлтан Қайратұлы, сұраймын', 'Әбдірахманов', 'Нұрсұлтан', 'Қайратұлы'],
    ['Мен, Омаров Дәурен Серік ұлы, сұраймын', 'Омаров', 'Дәурен', 'Серік ұлы'],
    ['ФИО: Ким-Ли Анна Викторовна', 'Ким-Ли', 'Анна', 'Викторовна'],
    ['Аты-жөнім: Жұмабаева Айгүл Серікқызы', 'Жұмабаева', 'Айгүл', 'Серікқызы'],
    ['Текст.\n\nС уважением,\nИван Петров\n+7 700 000 00 01', 'Петров', 'Иван', ''],
    ['Мәтін.\n\nҚұрметпен,\nАйгүл Серікқызы', 'Серікқызы', 'Айгүл', ''],
    ['Текст.\nС уважением, Сергей Иванович Петров', 'Петров', 'Сергей', 'Иванович'],
    ['Текст.\n\n_______ / Сериков А. Б. /', 'Сериков', 'А.', 'Б.'],
    ['Текст.\n\nА.Б. Сериков', 'Сериков', 'А.', 'Б.'],
  ])('%s', (text, familyName, givenName, patronymic) => {
    expect(propose(text).applicant).toMatchObject({ familyName, givenName, patronymic })
  })

  test('from the mail program where the text names nobody', () => {
    const from = { name: 'Aigerim Serikova', address: 'a@example.com' }
    expect(propose('Прошу', { from }).applicant).toMatchObject({
      familyName: 'Serikova',
      givenName: 'Aigerim',
    })
  })

  test('the whole name of the mail program where the text has initials', () => {
    const from = { name: 'Андрей Коваленко', address: 'a@example.com' }
    const { applicant } = propose('Текст.\n\nКоваленко А. В.', { from })
    expect(applicant).toMatchObject({ familyName: 'Коваленко', givenName: 'Андрей' })
  })

  test('is the address, or a dash, where nobody is named; the case can be registered all the same', () => {
    expect(propose('Удалите всё').applicant.familyName).toBe('a@example.com')
    const { applicant } = propose('', { from: { name: '', address: '' } })
    expect(Applicant.parse(applicant).familyName).toBe('—')
  })

  test('does not take two people joined by «мен» for an introduction', () => {
    expect(propose('Серік мен Айгүл Нұрланқызы келді').applicant.familyName).toBe('a@example.com')
  })
})

describe('contacts', () => {
  test.each([
    ['ИИН: 900101300126', '900101300126'],
    ['(ЖСН № 9001 0130 0126)', '900101300126'],
    ['ЖСН-ім 040229500015.', '040229500015'],
    ['договор 900101300126', ''],
    ['ИИН 90010130012', ''],
    ['ИИН 9001013001261', ''],
  ])('IIN in «%s»', (text, iin) => {
    expect(propose(text).applicant.iin).toBe(iin)
  })

  test.each([
    ['тел. +7 701 000 45 67', '+7 701 000 45 67'],
    ['8(727)000-45-67', '8(727)000-45-67'],
    ['моб.: +77010004567,', '+77010004567'],
    ['ИИН 870101700012', ''],
  ])('telephone in «%s»', (text, phone) => {
    expect(propose(text).applicant.phone).toBe(phone)
  })

  test.each([
    ['проживаю по адресу: г. Алматы, ул. Абая, д. 10, кв. 5. Прошу', 'г. Алматы, ул. Абая, д. 10, кв. 5'],
    ['проживающая по адресу г. Тараз, ул. Толе би 3, ИИН 900101300126', 'г. Тараз, ул. Толе би 3'],
    ['Адрес: г. Караганда, пр. Бухар Жырау, 46\nТел.', 'г. Караганда, пр. Бухар Жырау, 46'],
    ['Мекенжайым: Астана қ., Тұран даңғылы, 37-үй.', 'Астана қ., Тұран даңғылы, 37-үй'],
    ['Мен, Омаров Дәурен, Алматы қ., Абай к-сі, 5-үй мекенжайында тұрамын.', 'Алматы қ., Абай к-сі, 5-үй'],
    ['Жауапты осы мекенжайға жіберіңіз', ''],
    ['Мой электронный адрес: a@example.com', ''],
  ])('address in «%s»', (text, address) => {
    expect(propose(text).applicant.address).toBe(address)
  })

  test('Reply-To goes before From', () => {
    const replyTo = { name: '', address: 'b@example.org' }
    expect(propose('', { replyTo }).applicant.email).toBe('b@example.org')
  })

  test.each([
    ['на сайте https://portal.smartcloud.kz/login', 'portal.smartcloud.kz'],
    ['на www.smartcloud.kz, потом на kazteleport.kz', 'smartcloud.kz'],
    ['KAZTELEPORT.KZ сайтында', 'kazteleport.kz'],
    ['писал на x@kazteleport.kz и на notsmartcloud.kz', ''],
  ])('site in «%s»', (text, site) => {
    expect(propose(text).site).toBe(site)
  })

  test.each([
    [{ name: 'a.pdf', mime: 'application/pdf', inline: false }, true],
    [{ name: 'logo.png', mime: 'image/png', inline: true }, false],
    [{ name: 'smime.p7s', mime: 'application/pkcs7-signature', inline: false }, false],
  ])('a document is enclosed: %o %s', (file, enclosed) => {
    expect(propose('', { attachments: [file] }).documentsEnclosed).toBe(enclosed)
  })
})

test('work is bounded whatever the text', () => {
  const hostile = [' ', '\n', 'Я, ', 'А', 'а.', 'адрес', 'мекенжайында ', '> ', 'ИИН', '8 7', 'смени ', '«. ']
  for (const piece of hostile) {
    const { applicant } = propose(piece.repeat(1_000_000 / piece.length), { subject: piece.repeat(100) })
    expect(Applicant.safeParse(applicant).success).toBe(true)
  }
}, 20_000)

describe('an outgoing header', () => {
  test.each([
    ['a.b+c@example.com', true],
    ['a@мысал.қаз', true],
    ['a@xn--80akhbyknj4f.example', true],
    ['', false],
    ['a@localhost', false],
    ['a@127.0.0.1', false],
    ['a b@example.com', false],
    ['a@example.com, b@example.com', false],
    ['<a@example.com>', false],
    ['a@example.com\r\nBcc: b@example.com', false],
    ['a..b@example.com', false],
    ['әлия@example.com', true],
    [`${'ә'.repeat(32)}@example.com`, true],
    [`${'ә'.repeat(33)}@example.com`, false],
    ['ә лия@example.com', false],
    ['әлия\u202e@example.com', false],
    ['a@-example.com', false],
    [`${'a'.repeat(65)}@example.com`, false],
    [`a@${'b.'.repeat(130)}com`, false],
  ])('may go to %j: %s', (address, sendable) => {
    expect(isSendable(address)).toBe(sendable)
  })

  test('is one line', () => {
    expect(singleLine(' a\r\nBcc: b\u2028c\u0000\td\u202e ')).toBe('a Bcc: b c d')
  })

  test('message ids are made and repeated only whole', () => {
    expect(createMessageId(Uint8Array.of(0, 255), 'a@Example.com')).toBe('<00ff@example.com>')
    expect(createMessageId(Uint8Array.of(1), 'a@мысал.қаз')).toBe('<01@mail.invalid>')
    expect(replyReference('x <a@b> y')).toBe('<a@b>')
    expect(replyReference('a@b\r\nBcc: c')).toBeNull()
    expect(replyReference(null)).toBeNull()
  })
})

describe('a date of a header', () => {
  test.each([
    ['Mon, 16 Nov 2026 09:42:18 +0500 (+05)', Date.UTC(2026, 10, 16, 4, 42, 18)],
    ['16 Nov 26 09:42 GMT', Date.UTC(2026, 10, 16, 9, 42)],
    ['Sun, 15 Nov 2026 20:42:15 -0800 (PST)', Date.UTC(2026, 10, 16, 4, 42, 15)],
    ['Mon, 16 Nov 2026 09:42:18', null],
    ['Mon, 31 Nov 2026 09:42:18 +0500', null],
    ['Mon, 16 Nov 2026 25:00:00 +0500', null],
    ['Mon, 16 Nov 2026 09:42:18 +9900', null],
    ['вчера', null],
  ])('%s', (text, epochMs) => {
    expect(parseMailDate(text)).toBe(epochMs)
  })

  test('stands behind the last semicolon of Received', () => {
    const header = 'from a (b; 1 Jan 2020 00:00:00 +0000) by c; Thu, 19 Nov 2026 23:54:36 +0500'
    expect(parseReceivedDate(header)).toBe(Date.UTC(2026, 10, 19, 18, 54, 36))
  })
})
