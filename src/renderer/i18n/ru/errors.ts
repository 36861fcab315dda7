import type { GlyphPlace } from '../../../shared/errors.ts'
import type { ErrorTexts } from '../types.ts'
import { shortDate } from '../dates.ts'
import { placed } from '../place.ts'
import { pluralRu } from '../plural.ts'
import { incoming } from './incoming.ts'
import { words } from './words.ts'

const nothingChanged = 'Ничего не записано, введённое осталось на экране.'
const dataSafe = 'Данные в хранилище не изменились.'

function lookUp(table: Record<string, string>, key: string): string {
  return table[key] ?? key
}

const longFields: Record<string, string> = {
  familyName: 'фамилия',
  givenName: 'имя',
  patronymic: 'отчество',
  organisation: 'название организации',
  address: 'адрес',
  email: 'почта',
  phone: 'телефон',
  iin: 'ИИН',
  subject: 'тема',
  site: 'сайт',
  text: 'текст',
  demand: 'требование',
  name: 'название',
  representativeName: 'имя представителя',
}
const calendarFaults: Record<string, string> = {
  otherYear: 'День другого года',
  twice: 'День указан дважды',
  weekendListedAsOff: 'Этот день и так выходной',
  weekdayListedAsWorked: 'Этот день и так рабочий',
  noDaysOff: 'В календаре нет ни одного нерабочего дня, а год начинается',
}
const ruleFaults: Record<string, string> = {
  term: 'Срок должен быть не меньше одного дня и не больше десяти лет',
  endsBeforeItBegins: 'Правило кончается раньше, чем начинается',
  overlap: 'Есть версия правила, которая начинается позже этой',
}
const caseFields: Record<string, string> = {
  familyName: 'кто обратился',
  organisation: 'название организации',
  contact: 'электронная почта или телефон',
  ground: 'основание',
  demand: 'чего требует заявитель',
  referenceNumber: 'номер запроса',
  referenceOn: 'дата запроса',
  statedDueOn: 'срок, указанный в запросе',
}

const glyphPlaces: Record<GlyphPlace, string> = {
  letterhead: 'в бланке',
  number: 'в строке номера',
  addressee: 'в данных адресата',
  title: 'в заголовке',
  salutation: 'в обращении к адресату',
  body: 'в тексте письма',
  closing: 'в завершающих словах',
  signatory: 'в подписи',
  executor: 'в данных исполнителя',
}

export const errors: ErrorTexts = {
  internal: () => ({
    what: 'В программе произошла ошибка.',
    safe: 'Всё, что было записано раньше, на месте.',
    todo: 'Повторите действие. Если ошибка вернётся, перезапустите программу.',
  }),
  unknownCall: () => ({
    what: 'Окно и ядро программы — разных версий.',
    safe: dataSafe,
    todo: 'Закройте программу и откройте снова.',
  }),
  senderRefused: () => ({
    what: 'Запрос пришёл не из окна программы и отклонён.',
    safe: dataSafe,
    todo: 'Закройте программу и откройте снова.',
  }),
  inputInvalid: ({ field }) => ({
    what: `Поле не принято: ${field}.`,
    safe: nothingChanged,
    todo: 'Проверьте значение: возможно, оно пустое или слишком длинное.',
  }),
  textTooLong: ({ field, limit }) => ({
    what: `Слишком длинно: ${lookUp(longFields, field)}. Помещается ${limit} знаков.`,
    safe: nothingChanged,
    todo: 'Сократите. Длинное приложите файлом или впишите в текст обращения.',
  }),
  vaultLocked: () => ({
    what: 'Хранилище заблокировано.',
    safe: dataSafe,
    todo: 'Введите парольную фразу и повторите действие.',
  }),
  vaultAbsent: () => ({
    what: 'Файл хранилища не найден.',
    safe: '',
    todo: 'Проверьте, доступна ли папка хранилища, и перезапустите программу.',
  }),
  vaultExists: () => ({
    what: 'В этой папке уже есть хранилище.',
    safe: 'Оно не тронуто.',
    todo: 'Перезапустите программу, чтобы открыть его.',
  }),
  vaultInUse: () => ({
    what: 'Хранилище открыто другой программой.',
    safe: dataSafe,
    todo: 'Закройте второе окно программы и повторите.',
  }),
  vaultDamaged: () => ({
    what: 'Файл хранилища повреждён и не открывается.',
    safe: 'Программа ничего в нём не меняла.',
    todo: 'Сохраните копию файла и восстановите хранилище из резервной копии.',
  }),
  vaultNewer: ({ found, supported }) => ({
    what: `Хранилище создано более новой программой (версия ${found}, эта понимает ${supported}).`,
    safe: dataSafe,
    todo: 'Установите новую версию программы.',
  }),
  passphraseWrong: () => ({
    what: 'Парольная фраза не подошла.',
    safe: '',
    todo: 'Проверьте раскладку и Caps Lock и введите фразу ещё раз.',
  }),
  passphraseWeak: ({ minLength }) => ({
    what: 'Парольную фразу слишком легко угадать.',
    safe: nothingChanged,
    todo: `Возьмите не меньше ${minLength} ${pluralRu(minLength, 'знака', 'знаков', 'знаков')}: лучше всего несколько случайных слов.`,
  }),
  recoveryCodeWrong: () => ({
    what: 'Код восстановления не подошёл.',
    safe: '',
    todo: 'Возьмите лист с самым новым кодом: прежние коды ничего не открывают.',
  }),
  recoveryCodeMistyped: ({ group }) => ({
    what: `В ${group}-й группе кода опечатка.`,
    safe: 'Попытка не засчитана.',
    todo: 'Сверьте эту группу с листом: в коде семь групп по пять знаков.',
  }),
  keychainFailed: () => ({
    what: 'Связка ключей этого компьютера не ответила.',
    safe: dataSafe,
    todo: 'Введите парольную фразу: она открывает хранилище всегда.',
  }),
  unlockDelayed: ({ seconds }) => ({
    what: 'Слишком много неудачных попыток подряд.',
    safe: dataSafe,
    todo: `Подождите ${seconds} ${pluralRu(seconds, 'секунду', 'секунды', 'секунд')} и попробуйте снова.`,
  }),
  auditorReadsOnly: () => ({
    what: 'Вы вошли как проверяющий: читать, сверять и выгружать можно, изменять нельзя.',
    safe: dataSafe,
    todo: 'Если запись нужна, её вносит сотрудник под своим ключом.',
  }),
  lastKey: () => ({
    what: 'Это последняя парольная фраза сотрудника: без неё хранилище некому открыть.',
    safe: 'Ключ оставлен.',
    todo: 'Сначала дайте ключ другому сотруднику.',
  }),
  ownKey: () => ({
    what: 'Собственный ключ удалить нельзя.',
    safe: 'Ключ оставлен.',
    todo: 'Его удалит другой сотрудник, или смените парольную фразу.',
  }),
  keyUnknown: () => ({ what: 'Такого ключа нет.', safe: '', todo: 'Откройте список ключей заново.' }),
  keyHeld: () => ({
    what: 'У этого человека уже есть ключ.',
    safe: 'Его ключ не тронут.',
    todo: 'Чтобы дать новый ключ, сначала удалите прежний.',
  }),
  codeHeld: () => ({
    what: 'Код восстановления сделан от имени этого человека: став аудитором, он оставил бы код только для чтения.',
    safe: nothingChanged,
    todo: 'Сначала сделайте новый код восстановления («Ключи») и замените им лист в сейфе.',
  }),
  backupFolderUnset: () => ({
    what: 'Папка для резервных копий не выбрана.',
    safe: dataSafe,
    todo: 'Выберите её в разделе «Резервные копии» настроек: лучше на другом диске.',
  }),
  backupFolderInVault: () => ({
    what: 'Резервные копии нельзя хранить в папке самого хранилища: с ней пропали бы и они.',
    safe: dataSafe,
    todo: 'Выберите другую папку: лучше на другом диске.',
  }),
  backupAbsent: () => ({
    what: 'В этой папке резервных копий нет.',
    safe: dataSafe,
    todo: 'Укажите папку, в которой лежат копии, или саму копию (в ней register.db и keys.json).',
  }),
  backupOtherKey: () => ({
    what: 'Копии в этой папке сделаны до смены ключа шифрования.',
    safe: 'Они целы: их открывают парольные фразы и коды того времени.',
    todo: 'Создайте копию сейчас: она откроется нынешним ключом.',
  }),
  backupDamaged: () => ({
    what: 'Эта резервная копия повреждена.',
    safe: 'Хранилище и остальные копии не тронуты.',
    todo: 'Возьмите другую копию: более раннюю или с другого диска.',
  }),
  backupNewer: ({ found, supported }) => ({
    what: `Копия сделана более новой программой (версия ${found}, эта понимает ${supported}).`,
    safe: 'Хранилище и копия не тронуты.',
    todo: 'Установите новую версию программы и повторите.',
  }),
  vaultFileGone: ({ folder }) => ({
    what: placed('Файл журнала удалён или подменён, пока программа работала', folder),
    safe: 'Последнее действие не записано: запись в такой файл пропала бы.',
    todo: 'Заблокируйте хранилище, верните файл на место или восстановите журнал из резервной копии.',
  }),
  folderNotPicked: () => ({
    what: 'Папку можно указать только в окне выбора папки.',
    safe: 'Ничего не записано и не прочитано.',
    todo: 'Нажмите «Выбрать папку» и укажите её там.',
  }),
  folderUnwritable: ({ folder }) => ({
    what: placed('В папку нельзя писать', folder),
    safe: 'Последнее действие не выполнено; записанное раньше не тронуто.',
    todo: 'Проверьте права на папку и свободное место.',
  }),
  diskFull: () => ({
    what: 'На диске закончилось место.',
    safe: 'Последнее действие отменено целиком, прежние записи на месте.',
    todo: 'Освободите место и повторите действие.',
  }),
  caseNotFound: () => ({ what: 'Такого обращения в журнале нет.', safe: '', todo: 'Вернитесь к списку.' }),
  stepNotAllowed: ({ status, action }) => ({
    what: `Действие «${lookUp(words.steps, action)}» невозможно в состоянии «${lookUp(words.statuses, status)}».`,
    safe: nothingChanged,
    todo: 'Обращение могло измениться. Посмотрите, какие действия предложены сейчас.',
  }),
  outcomeNotAllowed: ({ outcome }) => ({
    what: `Решение «${lookUp(words.outcomeResults, outcome)}» для этого вида обращения не предусмотрено.`,
    safe: nothingChanged,
    todo: 'Выберите другое решение.',
  }),
  refusalGroundMissing: () => ({
    what: 'Отказ должен опираться на основание.',
    safe: nothingChanged,
    todo: 'Выберите основание отказа из списка.',
  }),
  caseClosed: () => ({
    what: 'Обращение закрыто.',
    safe: nothingChanged,
    todo: 'Верните обращение в работу, если в нём есть что менять.',
  }),
  caseNumberUnknown: () => ({
    what: 'Обращения с таким номером нет.',
    safe: nothingChanged,
    todo: 'Проверьте номер: он пишется так — ДС-2026-0001.',
  }),
  mergeIntoEarlier: () => ({
    what: 'Присоединить можно только к обращению, которое получено не позже этого.',
    safe: nothingChanged,
    todo: 'Откройте более позднее обращение и присоедините его к более раннему: срок идёт от первого.',
  }),
  mergeOtherKind: () => ({
    what: 'Это обращение другого вида: у него другие сроки и письма.',
    safe: nothingChanged,
    todo: 'Свяжите обращения, не присоединяя одно к другому.',
  }),
  mergeOtherPerson: () => ({
    what: 'Это обращения разных лиц: у них нет ни общего ИИН, ни общих контактов.',
    safe: nothingChanged,
    todo: 'Проверьте номер. Если лицо одно и то же, свяжите обращения, не присоединяя одно к другому.',
  }),
  mergeAfterDecision: () => ({
    what: 'По одному из обращений уже принято решение.',
    safe: nothingChanged,
    todo: 'Свяжите обращения или сначала верните его в работу.',
  }),
  relationToItself: () => ({
    what: 'Это то же самое обращение.',
    safe: nothingChanged,
    todo: 'Укажите номер другого.',
  }),
  relationHeld: ({ number }) => ({
    what: `Уничтожение обращения ${number} отложено, и это распространяется на его повторы и на то, из чего оно выросло.`,
    safe: nothingChanged,
    todo: 'Сначала снимите отсрочку с указанием причины.',
  }),
  caseFieldMissing: ({ field }) => ({
    what: `Не заполнено: ${lookUp(caseFields, field)}.`,
    safe: nothingChanged,
    todo: 'Заполните поле: без него обращение этого вида не рассмотреть.',
  }),
  representativeMissing: () => ({
    what: 'Представитель и его доверенность не записаны.',
    safe: nothingChanged,
    todo: 'Впишите представителя и доверенность в обращение или выберите другой способ.',
  }),
  powerExpired: ({ on }) => ({
    what: `Срок доверенности истёк ${shortDate(on)}.`,
    safe: nothingChanged,
    todo: 'Попросите действующую доверенность. Без неё в обращении отказывают: полномочия не подтверждены.',
  }),
  deedWithoutData: () => ({
    what: 'Сделать что-то можно только с найденными данными.',
    safe: nothingChanged,
    todo: 'Отметьте «найдено» или уберите действие.',
  }),
  categoryUnknown: () => ({
    what: 'Такой категории данных в перечне нет.',
    safe: nothingChanged,
    todo: 'Откройте карточку заново: перечень категорий изменился.',
  }),
  systemUnknown: () => ({
    what: 'Такой системы в перечне нет.',
    safe: nothingChanged,
    todo: 'Откройте карточку заново: перечень систем изменился.',
  }),
  systemsNotSearched: () => ({
    what: 'Поиск данных окончен не во всех системах.',
    safe: nothingChanged,
    todo: 'Отметьте в карточке, что найдено в каждой системе.',
  }),
  systemsNotTreated: () => ({
    what: 'Не во всех системах отмечено, что сделано с найденными данными, или сделано не то, что решено.',
    safe: nothingChanged,
    todo: 'Отметьте в карточке, что сделано в каждой системе, где данные найдены. Если по закону часть данных сохраняется, решение — «удовлетворено частично».',
  }),
  stillBlocked: () => ({
    what: 'Данные ещё заблокированы.',
    safe: dataSafe,
    todo: 'Сначала отметьте, что блокирование снято, затем повторите.',
  }),
  clocksOpen: ({ count }) => ({
    what: `Закрыть пока нельзя: ${count} ${pluralRu(count, 'срок не исполнен', 'срока не исполнены', 'сроков не исполнены')}.`,
    safe: nothingChanged,
    todo: 'Исполните оставшиеся сроки: они показаны первыми.',
  }),
  latenessReasonMissing: () => ({
    what: 'Срок по обращению пропущен, а причина не указана.',
    safe: nothingChanged,
    todo: 'Напишите причину просрочки.',
  }),
  dateInFuture: ({ today }) => ({
    what: 'Дата ещё не наступила.',
    safe: nothingChanged,
    todo: `Укажите дату не позже ${shortDate(today)}.`,
  }),
  dateTooEarly: ({ earliest }) => ({
    what: 'Дата слишком ранняя.',
    safe: nothingChanged,
    todo: `Укажите дату не раньше ${shortDate(earliest)}.`,
  }),
  calendarYearMissing: ({ year }) => ({
    what: `Для ${year} года нет производственного календаря, срок посчитать нельзя.`,
    safe: nothingChanged,
    todo: 'Проверьте дату. Если она верна, внесите календарь этого года в настройках: «Правила и календарь».',
  }),
  ruleUnknown: () => ({
    what: 'Такого правила нет.',
    safe: dataSafe,
    todo: 'Откройте настройки заново: правила могли обновиться вместе с программой.',
  }),
  clockNotFound: () => ({
    what: 'Такого срока нет.',
    safe: dataSafe,
    todo: 'Откройте обращение заново.',
  }),
  clockEnded: () => ({
    what: 'Этот срок уже завершён.',
    safe: nothingChanged,
    todo: 'Завершённый срок не приостанавливают и не продлевают.',
  }),
  clockNotPausable: () => ({
    what: 'Этот срок не считают по дням, приостановить его нельзя.',
    safe: nothingChanged,
    todo: 'Его можно продлить до определённого дня.',
  }),
  clockNotBegun: ({ first }) => ({
    what: `Срок начался сегодня: день события не считают, первый день срока — ${shortDate(first)}.`,
    safe: nothingChanged,
    todo: `Приостановить его можно с ${shortDate(first)}.`,
  }),
  pausesOverlap: () => ({
    what: 'На эти дни срок уже приостановлен.',
    safe: nothingChanged,
    todo: 'Возобновите срок или выберите более поздний день.',
  }),
  notPaused: () => ({
    what: 'Срок сейчас не приостановлен.',
    safe: nothingChanged,
    todo: 'Возобновлять нечего.',
  }),
  extensionNotLater: ({ dueOn }) => ({
    what: `Продлить можно только на более поздний день, чем ${shortDate(dueOn)}.`,
    safe: nothingChanged,
    todo: 'Выберите день позже.',
  }),
  adjustmentUnknown: () => ({
    what: 'Эта приостановка или продление уже отменены.',
    safe: nothingChanged,
    todo: 'Откройте обращение заново.',
  }),
  calendarInvalid: ({ fault, date }) => ({
    what: `${lookUp(calendarFaults, fault)}: ${shortDate(date)}.`,
    safe: nothingChanged,
    todo: 'Исправьте таблицу года: по ней считаются все сроки.',
  }),
  ruleInvalid: ({ fault }) => ({
    what: lookUp(ruleFaults, fault),
    safe: nothingChanged,
    todo: 'Исправьте правило: по нему считаются сроки обращений.',
  }),
  lawPreviewStale: () => ({
    what: 'Пока вы смотрели, сроки или правила изменились.',
    safe: nothingChanged,
    todo: 'Посмотрите ещё раз, какие сроки сдвинутся.',
  }),
  ruleMissing: ({ event, on }) => ({
    what: `Нет правила о сроке для события «${lookUp(words.events, event)}» на ${shortDate(on)}.`,
    safe: nothingChanged,
    todo: 'Проверьте дату события.',
  }),
  officerUnknown: () => ({
    what: 'Такого сотрудника нет.',
    safe: nothingChanged,
    todo: 'Обновите экран и выберите из списка.',
  }),
  officerKnown: () => ({
    what: 'Сотрудник с таким именем уже есть.',
    safe: nothingChanged,
    todo: 'Добавьте инициал или должность, чтобы их различать.',
  }),
  contactInvalid: () => ({
    what: 'Это не адрес почты и не телефон.',
    safe: nothingChanged,
    todo: 'Введите один адрес или один номер с кодом.',
  }),
  suppressionUnknown: () => ({
    what: 'Этой записи в списке уже нет.',
    safe: nothingChanged,
    todo: 'Обновите список.',
  }),
  listUnreadable: () => ({
    what: 'Этот файл не похож на список рассылки.',
    safe: dataSafe,
    todo: 'Сохраните список как «CSV UTF-8»: одна строка — один адресат.',
  }),
  listTooLarge: ({ limitMiB }) => ({
    what: `Файл больше ${limitMiB} МБ.`,
    safe: dataSafe,
    todo: 'Разделите список на части и проверьте каждую.',
  }),
  attachmentNotFound: () => ({ what: 'Такого вложения нет.', safe: '', todo: 'Откройте обращение заново.' }),
  attachmentTooLarge: ({ limitMiB }) => ({
    what: `Файл больше ${limitMiB} МБ.`,
    safe: 'Остальные файлы и введённое остались на экране.',
    todo: 'Уменьшите файл или разделите его на части.',
  }),
  emailTooLarge: ({ limitMiB }) => ({
    what: `Письмо больше ${limitMiB} МБ.`,
    safe: '',
    todo: 'Зарегистрируйте обращение вручную и приложите самое нужное.',
  }),
  emailUnreadable: () => ({
    what: 'Этот файл не похож на электронное письмо.',
    safe: 'Файл не изменён и никуда не записан.',
    todo: 'Сохраните письмо из почтовой программы в формате .eml или .msg и попробуйте ещё раз.',
  }),
  messageNotFound: () => ({
    what: 'Такого письма во входящих нет.',
    safe: nothingChanged,
    todo: 'Откройте список входящих заново.',
  }),
  messageSettled: ({ state }) => ({
    what: `Об этом письме уже решено: ${lookUp(incoming.states, state).toLowerCase()}.`,
    safe: nothingChanged,
    todo: 'Посмотрите его среди разобранных писем.',
  }),
  messageNoReport: () => ({
    what: 'Это не уведомление о доставке и не автоответ.',
    safe: nothingChanged,
    todo: 'Зарегистрируйте его, приложите к обращению или отложите.',
  }),
  mailboxNotSet: () => ({
    what: 'Почтовый ящик для обращений ещё не настроен.',
    safe: '',
    todo: 'Заполните раздел «Приём почты» в настройках.',
  }),
  mailboxFailed: ({ failure }) => ({
    what: lookUp(incoming.mailboxFailures, failure),
    safe: 'Что уже принято, записано. В ящике ничего не потеряно.',
    todo: 'Проверьте связь и настройки приёма почты и попробуйте ещё раз: приём продолжится с того же места.',
  }),
  emailAlreadyRegistered: ({ number }) => ({
    what: `Это письмо уже зарегистрировано под № ${number}.`,
    safe: 'Второе обращение не создано.',
    todo: 'Откройте уже зарегистрированное обращение.',
  }),
  organisationMissing: () => ({
    what: 'Для бланка письма не хватает сведений об организации.',
    safe: nothingChanged,
    todo: 'Впишите в настройках наименования организации и того, кто подписывает письма.',
  }),
  letterNotFound: () => ({ what: 'Такого письма нет.', safe: '', todo: 'Откройте обращение заново.' }),
  letterNotAllowed: ({ status }) => ({
    what: `Это письмо не пишут в состоянии «${lookUp(words.statuses, status)}».`,
    safe: nothingChanged,
    todo: 'Выберите другое письмо или сначала выполните следующее действие по обращению.',
  }),
  letterFieldMissing: ({ field }) => ({
    what: `Не заполнено поле письма: ${field}.`,
    safe: nothingChanged,
    todo: 'Заполните его.',
  }),
  templateUnknown: () => ({
    what: 'Такого письма в программе нет.',
    safe: '',
    todo: 'Выберите письмо в списке.',
  }),
  templateInvalid: ({ fault, detail }) => {
    const faults: Record<string, string> = {
      unknownPlace: `Такого места в письме нет: ${detail}`,
      otherBlocks: `Абзацы не те, что в исходном письме.`,
      otherPlaces: `Языки вставляют разные сведения в абзаце ${detail}.`,
      fieldUnused: `Поле нигде не стоит: ${detail}`,
    }
    return {
      what: faults[fault] ?? fault,
      safe: 'Текст не сохранён.',
      todo: 'Места пишутся так: {{caseNumber}}. Исправьте текст и сохраните ещё раз.',
    }
  },
  letterLanguagesDiffer: ({ count }) => ({
    what: `Языки письма расходятся в фактах: ${count}.`,
    safe: 'Письмо не выпущено.',
    todo: 'Исправьте расхождения или примите их под своим именем.',
  }),
  letterPreviewStale: () => ({
    what: 'Пока вы смотрели письмо, обращение или номер изменились.',
    safe: 'Письмо не выпущено.',
    todo: 'Просмотрите обновлённое письмо и выпустите его ещё раз.',
  }),
  letterInternal: () => ({
    what: 'Это внутренний документ: он остаётся в деле.',
    safe: nothingChanged,
    todo: 'Сохраните или распечатайте его из просмотра.',
  }),
  letterAlreadyDelivered: () => ({
    what: 'Это письмо уже отправлено или вручено.',
    safe: 'Второй раз оно не отправлено.',
    todo: 'Если нужно ещё одно письмо, выпустите новое.',
  }),
  fontMissing: ({ file }) => ({
    what: `Не найден шрифт письма: ${file}.`,
    safe: dataSafe,
    todo: 'Переустановите программу.',
  }),
  glyphMissing: ({ codePoint, where }) => ({
    what: `Знака ${codePoint} (${glyphPlaces[where]}) нет в шрифте письма.`,
    safe: nothingChanged,
    todo: 'Замените этот знак.',
  }),
  imageInvalid: () => ({
    what: 'Это не изображение PNG или SVG, или файл повреждён.',
    safe: nothingChanged,
    todo: 'Выберите другой файл.',
  }),
  imageTooLarge: ({ megapixels }) => ({
    what: `Изображение слишком большое: больше ${megapixels} млн точек или 2 МБ.`,
    safe: nothingChanged,
    todo: 'Уменьшите изображение и выберите его снова.',
  }),
  checkCodeInvalid: () => ({
    what: 'Это не код проверки письма.',
    safe: nothingChanged,
    todo: 'Введите текст QR-кода целиком: он начинается с ZHAUAP.',
  }),
  pdfUnreadable: () => ({
    what: 'Это не PDF, или файл повреждён.',
    safe: nothingChanged,
    todo: 'Выберите другой файл.',
  }),
  packInvalid: ({ file }) => ({
    what: `Файл с правилами или письмами повреждён: ${file}.`,
    safe: dataSafe,
    todo: 'Переустановите программу.',
  }),
  smtpNotSet: () => ({
    what: 'Почтовый сервер ещё не настроен.',
    safe: 'Письмо выпущено и хранится в обращении.',
    todo: 'Заполните раздел «Почта» в настройках или отправьте письмо другим способом.',
  }),
  addressInvalid: () => ({
    what: 'Адрес получателя написан неверно.',
    safe: 'Письмо не отправлено.',
    todo: 'Исправьте адрес: например, ivanov@mail.kz.',
  }),
  identityNotVerified: () => ({
    what: 'Письмо раскрывает персональные данные, а личность заявителя не установлена.',
    safe: 'Письмо не поставлено в очередь.',
    todo: 'Установите личность в карточке обращения или укажите причину: она останется в истории.',
  }),
  recipientDiffers: () => ({
    what: 'Адрес получателя отличается от адреса в обращении.',
    safe: 'Письмо не поставлено в очередь.',
    todo: 'Сверьте адрес ещё раз и отметьте, что он верен.',
  }),
  dkimKeyInvalid: () => ({
    what: 'Это не закрытый ключ RSA для подписи писем.',
    safe: 'Настройки не изменены.',
    todo: 'Вставьте ключ целиком в формате PEM, без пароля, не короче 1024 бит.',
  }),
  protectedFileGone: () => ({
    what: 'Зашифрованного файла уже нет: хранилище с тех пор запирали.',
    safe: 'Письмо не поставлено в очередь.',
    todo: 'Зашифруйте вложение ещё раз: пароль будет новый.',
  }),
  mailNotFound: () => ({ what: 'Такого отправления нет.', safe: '', todo: 'Откройте список заново.' }),
  mailNotComposed: () => ({
    what: 'Это письмо ещё не отправлялось, поэтому готового сообщения пока нет.',
    safe: '',
    todo: 'Дождитесь первой попытки отправки.',
  }),
  mailStateWrong: ({ state }) => ({
    what: `Отправление уже в состоянии «${lookUp(words.mailStates, state)}».`,
    safe: 'Второй раз оно не отправлено.',
    todo: 'Посмотрите его нынешнее состояние.',
  }),
  smtpFailed: ({ failure }) => ({
    what: lookUp(words.sendFailures, failure),
    safe: 'Ни одно письмо не отправлено.',
    todo: 'Исправьте настройки и проверьте ещё раз.',
  }),
  taskCancelled: () => ({
    what: 'Работа прервана.',
    safe: 'Что сделано до этого, записано; остальное не тронуто.',
    todo: 'Начните её снова, когда захотите.',
  }),
  retentionStale: () => ({
    what: 'Что-то изменилось: этих обращений уже нет среди подлежащих уничтожению.',
    safe: 'Ничего не уничтожено.',
    todo: 'Обновите список и посмотрите акт ещё раз.',
  }),
  retentionHeld: ({ number }) => ({
    what: `Уничтожение обращения ${number} отложено.`,
    safe: 'Ничего не уничтожено.',
    todo: 'Снимите отсрочку с указанием причины или исключите обращение из акта.',
  }),
  caseDestroyed: () => ({
    what: 'Материалы этого обращения уничтожены по акту.',
    safe: 'Номер, даты, решение и отпечатки сохранены.',
    todo: 'Продолжать его нельзя. Новое требование зарегистрируйте как новое обращение.',
  }),
  evidenceEmpty: () => ({
    what: 'Таких обращений нет.',
    safe: '',
    todo: 'Проверьте номер обращения или дни периода.',
  }),
  evidenceTooLarge: ({ limitMiB }) => ({
    what: `В комплект поместится не больше ${limitMiB} МБ файлов.`,
    safe: dataSafe,
    todo: 'Возьмите период короче или составьте комплект по каждому обращению.',
  }),
  fileUnwritable: () => ({
    what: 'Файл не удалось записать.',
    safe: dataSafe,
    todo: 'Выберите другую папку или закройте файл, если он открыт.',
  }),
}
