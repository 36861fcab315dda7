import type {
  FileDanger,
  IncomingNature,
  IncomingSource,
  IncomingState,
  ReportOutcome,
} from '../../../shared/model/incoming.ts'
import type { MailboxFailure } from '../../../shared/model/mail.ts'
import { pluralRu } from '../plural.ts'

const natures: Record<IncomingNature, string> = {
  request: 'Письмо',
  bounce: 'Наше письмо не доставлено',
  report: 'Уведомление о доставке',
  automatic: 'Автоматическое письмо',
}

const states: Record<IncomingState, string> = {
  waiting: 'Ждёт решения',
  registered: 'Зарегистрировано',
  attached: 'Приложено к обращению',
  filed: 'Приложено к письму',
  setAside: 'Отложено: не обращение',
}

const sources: Record<IncomingSource, string> = { file: 'файл', mailbox: 'почтовый ящик' }

const outcomes: Record<ReportOutcome, string> = {
  failed: 'Письмо не дошло до адресата',
  delayed: 'Доставка задерживается, сервер ещё пытается',
  delivered: 'Письмо доставлено на сервер адресата',
}

const dangers: Record<FileDanger, string> = {
  program: 'может запустить программу',
  macros: 'может содержать макросы',
  disguised: 'содержимое не соответствует имени',
  locked: 'архив закрыт паролем, антивирус его не видел',
}

const by = {
  answer: 'ответ на наше письмо',
  number: 'номер указан в письме',
  sender: 'тот же адрес отправителя',
}

const mailboxFailures: Record<MailboxFailure, string> = {
  hostUnknown: 'Почтовый сервер с таким именем не найден. Проверьте имя и сеть.',
  unreachable: 'Сервер не отвечает на этом порту. Проверьте порт, сеть и межсетевой экран.',
  timeout: 'Сервер не ответил вовремя.',
  tlsFailed:
    'Защищённое соединение не установлено: сертификат сервера не принят, защита не предлагается или выбрано соединение без защиты.',
  loginRefused: 'Сервер не принял имя пользователя, пароль или ключ доступа.',
  mailboxMissing: 'Такой папки в почтовом ящике нет.',
  targetMissing: 'Папки, в которую следует перекладывать письма, в ящике нет.',
  refused: 'Сервер отказал.',
  connectionLost: 'Связь с сервером оборвалась.',
}

export const incoming = {
  tab: 'Входящие',
  title: 'Входящие письма',
  waiting: (count: number) => `ждут решения: ${count}`,
  openFiles: 'Открыть файлы писем',
  fetch: 'Забрать из ящика',
  fetching: (done: number, total: number) => `Забираем письма: ${done} из ${total}`,
  connecting: 'Соединяемся с почтовым сервером…',
  fetched: (taken: number, known: number) =>
    `${taken === 0 ? 'Новых писем нет' : `Из ящика принято писем: ${taken}`}${known > 0 ? `, уже были в журнале: ${known}` : ''}`,
  leftBehind: (count: number) =>
    `Остались в ящике: ${count}. Программа не смогла их прочитать или они слишком велики. Посмотрите их в почтовой программе.`,
  notFetched: 'Приём прерван',
  toMailbox: 'Настроить приём почты',
  mailboxFailures,
  show: 'Показать',
  shows: { waiting: 'Ждут решения', settled: 'Разобранные' },
  received: 'Получено',
  message: 'Письмо',
  proposal: 'Предлагается',
  decision: 'Решение',
  dateUnknown: 'дата не указана',
  noSubject: '(без темы)',
  kindUnknown: 'вид не определён',
  iin: (iin: string) => `ИИН ${iin}`,
  natures,
  states,
  sources,
  outcomes,
  dangers,
  by,
  emptyWaiting: 'Все входящие письма разобраны',
  emptyWaitingHint:
    'Перетащите сюда файлы .eml или .msg, хоть сотню сразу. Каждое письмо хранится в зашифрованном журнале, пока вы не решите, что с ним делать.',
  emptySettled: 'Разобранных писем пока нет',
  emptySettledHint: 'Здесь видно, что стало с каждым письмом.',
  reading: (done: number, total: number) => `Читаем письма: ${done} из ${total}`,
  stop: 'Прервать',
  taken: (count: number) =>
    `${pluralRu(count, 'Принято', 'Приняты', 'Принято')} ${count} ${pluralRu(count, 'письмо', 'письма', 'писем')}`,
  knownAlready: (count: number) => `уже были в журнале: ${count}`,
  unread: (count: number) =>
    `Не прочитано: ${count} ${pluralRu(count, 'файл', 'файла', 'файлов')}. Остальные письма приняты.`,
  andMore: (count: number) => `и ещё ${count}`,
  takenBefore: 'Это письмо уже принимали раньше. Второй раз оно не записано.',
  actions: 'Что сделать с письмом',
  register: 'Зарегистрировать обращение',
  registerAndNext: 'Зарегистрировать и перейти к следующему',
  attach: 'Приложить к обращению',
  attachTo: (number: string) => `Приложить к ${number}`,
  attachTitle: 'Приложить к обращению',
  attachNumber: 'Номер обращения',
  attachNumberHint: 'Например, ДС-2026-0001',
  attachNumberMissing: 'Укажите номер обращения',
  attached: (number: string) => `Приложено к обращению № ${number}`,
  notAttached: 'Письмо не приложено',
  fileTo: (number: string) => `Отметить у письма № ${number}`,
  fileWhy: (to: string, caseNumber: string) => `${to}, обращение № ${caseNumber}`,
  fileExact: 'совпал номер письма',
  fileGuess: 'совпал только адрес: проверьте',
  filed: 'Записано у отправленного письма',
  notFiled: 'Не записано',
  noMail: 'Письма, о котором сообщает сервер, в журнале не нашлось.',
  setAside: 'Не обращение',
  setAsideTitle: 'Отложить письмо',
  setAsideText: 'Письмо останется в журнале среди разобранных, его можно вернуть.',
  setAsideNote: 'Почему',
  setAsideNoteHint: 'Например: реклама, переписка о другом',
  setAsideDone: 'Письмо отложено',
  takeBack: 'Вернуть',
  takenBack: 'Письмо снова ждёт решения',
  openCase: (number: string) => `Открыть ${number}`,
  nextWaiting: 'Следующее письмо',
  saveMessage: 'Сохранить письмо',
  saveFile: (name: string) => `Сохранить ${name}`,
  files: 'Вложения',
  noFiles: 'Вложений нет',
  filesSafe: 'Программа не открывает и не запускает вложения, только сохраняет.',
  inlinePicture: 'картинка из текста',
  reportTitle: 'Сообщение почтового сервера',
  recipient: 'Кому',
  status: 'Код',
  asText: 'Текст',
  asHtml: 'С оформлением',
  look: 'Как показать',
  htmlSafe: (left: number) =>
    left === 0
      ? 'Оформление показано без сценариев и без загрузки из сети.'
      : `Оформление показано без сценариев. Из сети ничего не загружено; не показано картинок: ${left}.`,
  otherActions: 'Другие действия с письмом',
  proposalTitle: 'Что предлагает программа',
  proposalHint: 'Слова, по которым предложено, выделены в тексте. Решаете вы.',
  rivals: (kinds: string) =>
    `Подходят сразу несколько видов: ${kinds}. Возможно, в письме два обращения: зарегистрируйте одно из письма, другое внесите вручную и свяжите их.`,
  evidence: {
    kind: 'по этим словам предложен вид',
    person: 'имя заявителя',
    iin: 'ИИН',
    phone: 'телефон',
    address: 'почтовый адрес',
    site: 'сайт',
    lang: 'язык письма',
  },
  letterBounced: (number: string) => `Письмо № ${number} не дошло до адресата`,
  letterBouncedTodo: 'Уточните адрес и отправьте письмо ещё раз либо вручите его или пошлите почтой.',
  bounced: 'Не доставлено',
  reportedDelivered: 'Доставлено',
  reportedDelayed: 'Задерживается',
}
