import type { ClockRule } from '../../../shared/model/rule.ts'
import type {
  CaseKind,
  CaseStatus,
  Channel,
  ClockEvent,
  Outcome,
  StepAction,
  VerificationMethod,
} from '../../../shared/model/case.ts'
import type { CaseFilter } from '../../../shared/model/list.ts'
import type { LetterLang, UiLang } from '../../../shared/model/lang.ts'
import type { MailState, SendFailure } from '../../../shared/model/mail.ts'
import type { SmtpSecurity } from '../../../shared/model/settings.ts'
import { pluralRu } from '../plural.ts'

const kinds: Record<CaseKind, string> = {
  access: 'Запрос о данных',
  rectification: 'Изменение данных',
  withdrawal: 'Отзыв согласия',
  claim: 'Претензия',
  blocking: 'Блокирование данных',
  destruction: 'Уничтожение данных',
  optout: 'Отказ от рассылки',
  question: 'Вопрос, предложение',
  authority: 'Запрос уполномоченного органа',
}

const kindHints: Record<CaseKind, string> = {
  access: 'какие данные есть, откуда, для чего',
  rectification: 'исправить, дополнить',
  withdrawal: 'больше не обрабатывать',
  claim: 'досудебная, с требованием',
  blocking: 'данные неточны или обрабатываются незаконно',
  destruction: 'удалить данные',
  optout: 'не присылать новости и рекламу',
  question: 'ответ по существу, срок внутренний',
  authority: 'срок указан в самом запросе',
}

const statuses: Record<CaseStatus, string> = {
  registered: 'Новое',
  inWork: 'В работе',
  decided: 'Решение принято',
  executed: 'Исполнено',
  answered: 'Ответ дан',
  closed: 'Закрыто',
}

const channels: Record<Channel, string> = {
  email: 'Электронная почта',
  paper: 'На бумаге',
  phone: 'По телефону',
  portal: 'Через портал',
}

const outcomes: Record<Outcome, string> = {
  granted: 'Удовлетворить',
  partly: 'Удовлетворить частично',
  refused: 'Отказать',
  nothingFound: 'Данных не найдено',
  redirected: 'Перенаправить',
  withdrawnByApplicant: 'Заявитель отозвал обращение',
}

const outcomeResults: Record<Outcome, string> = {
  granted: 'Удовлетворено',
  partly: 'Удовлетворено частично',
  refused: 'Отказано',
  nothingFound: 'Данных не найдено',
  redirected: 'Перенаправлено',
  withdrawnByApplicant: 'Отозвано заявителем',
}

const methods: Record<VerificationMethod, string> = {
  knownAddress: 'Обращение с известного нам адреса',
  portalAccount: 'Учётная запись на портале',
  eSignature: 'Электронная цифровая подпись (ЭЦП)',
  inPerson: 'Документ предъявлен лично',
  powerOfAttorney: 'Доверенность представителя',
  officialLetter: 'Официальное письмо органа: реквизиты и подпись',
}

const events: Record<ClockEvent, string> = {
  received: 'обращение получено',
  documentsReceived: 'документы получены',
  blocked: 'данные заблокированы',
  unblocked: 'блокирование снято',
  withdrawalAccepted: 'отзыв согласия принят',
  violationNotConfirmed: 'нарушение не подтвердилось',
  executed: 'решение исполнено',
  refused: 'в требовании отказано',
  answered: 'ответ дан',
  decisionRevoked: 'решение отменено',
  reopened: 'обращение возобновлено',
  annulled: 'обращение аннулировано',
  disputed: 'заявлено о неточности или незаконной обработке',
  violationConfirmed: 'нарушение подтвердилось',
  nothingFound: 'данных не найдено',
  redirected: 'обращение перенаправлено',
  requestWithdrawn: 'заявитель отозвал обращение',
  merged: 'обращение присоединено к другому',
}

const steps: Record<StepAction, string> = {
  takeUp: 'Взять в работу',
  verifyIdentity: 'Установить личность',
  receiveDocuments: 'Получены документы',
  block: 'Заблокировать данные',
  unblock: 'Снять блокирование',
  decide: 'Принять решение',
  execute: 'Отметить исполнение',
  answer: 'Написать ответ',
  close: 'Закрыть обращение',
  reopen: 'Вернуть в работу',
  annul: 'Аннулировать',
  failVerification: 'Личность не подтвердилась',
  proceedUnverified: 'Продолжить без установления личности',
  handToCourt: 'Отметить передачу в суд',
}

const filters: Record<CaseFilter, string> = {
  open: 'Открытые',
  late: 'Просроченные',
  today: 'Срок сегодня',
  new: 'Новые',
  closed: 'Закрытые',
  all: 'Все',
}

const mailStates: Record<MailState, string> = {
  queued: 'В очереди',
  sending: 'Отправляется',
  sent: 'Отправлено',
  failed: 'Не отправлено',
  unknown: 'Исход неизвестен',
  withdrawn: 'Отозвано до отправки',
}

const sendFailures: Record<SendFailure, string> = {
  hostUnknown: 'Почтовый сервер с таким именем не найден. Проверьте имя сервера и сеть.',
  unreachable: 'Сервер не принимает соединение. Проверьте порт, сеть и межсетевой экран.',
  timeout: 'Сервер не ответил вовремя. Проверьте порт и вид защиты, затем повторите.',
  tlsFailed:
    'Не удалось установить защищённое соединение: сертификату сервера нельзя доверять или защита указана неверно.',
  loginRefused: 'Сервер не принял имя пользователя или пароль.',
  senderRefused: 'Сервер не принимает письма с этого адреса отправителя.',
  recipientRefused: 'Сервер не принял адрес получателя. Проверьте, нет ли в нём ошибки.',
  certificateExpired:
    'Срок действия сертификата сервера истёк или ещё не начался. Проверьте часы компьютера и сообщите администратору сервера.',
  certificateForeign:
    'Сертификат сервера выдан на другое имя. Проверьте имя сервера: возможно, это не тот сервер.',
  certificateUntrusted:
    'Сертификат сервера выдан неизвестным удостоверяющим центром. Если это центр вашей организации, вставьте его сертификат в настройках.',
  loginUnsupported: 'Сервер не знает такого способа входа. Проверьте способ входа и порт.',
  utf8Unsupported:
    'Сервер не передаёт письма на адреса с буквами не из латиницы перед знаком @. Нужен другой адрес или другой сервер.',
  tooLarge: 'Письмо больше, чем принимает сервер. Уменьшите вложение или передайте письмо другим способом.',
  rejected: 'Сервер отклонил письмо. Причина — в словах сервера.',
  temporarilyRefused: 'Сервер временно не принимает письма.',
  connectionLost: 'Связь оборвалась до передачи письма.',
}

const deliveries: Record<'email' | 'inPerson' | 'post', string> = {
  email: 'Отправлено по электронной почте',
  inPerson: 'Вручено лично',
  post: 'Отправлено почтой',
}

const natures: Record<ClockRule['nature'], string> = {
  statutory: 'по закону',
  policy: 'по политике',
  internal: 'внутренний срок',
}

const letterLangs: Record<LetterLang, string> = { ru: 'Русский', kk: 'Қазақша', both: 'На двух языках' }
const uiLangs: Record<UiLang, string> = { ru: 'Русский', kk: 'Қазақша', en: 'English' }

const securities: Record<SmtpSecurity, string> = {
  tls: 'TLS сразу (обычно порт 465)',
  starttls: 'STARTTLS, обязательно (обычно порт 587)',
  none: 'Без защиты (только сервер на этом компьютере)',
}

const days = (count: number) => `${count} ${pluralRu(count, 'день', 'дня', 'дней')}`

const terms: Record<ClockRule['unit'], (amount: number) => string> = {
  stated: () => 'в срок, указанный в запросе',
  immediate: () => 'в день обращения',
  workingDays: (amount) => `${amount} ${pluralRu(amount, 'рабочий день', 'рабочих дня', 'рабочих дней')}`,
  calendarDays: (amount) =>
    `${amount} ${pluralRu(amount, 'календарный день', 'календарных дня', 'календарных дней')}`,
}

export const words = {
  kinds,
  kindHints,
  statuses,
  channels,
  outcomes,
  outcomeResults,
  methods,
  events,
  steps,
  filters,
  mailStates,
  sendFailures,
  deliveries,
  natures,
  letterLangs,
  uiLangs,
  securities,
  terms,
  weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  /** Names within a sentence: they begin with capitals, and may hold commas. */
  quoted: (names: readonly string[]) => names.map((name) => `«${name}»`).join(', '),
  daysLeft: (count: number) => {
    if (count === 0) return 'сегодня'
    if (count === 1) return 'завтра'
    return count > 0 ? days(count) : `просрочено на ${days(-count)}`
  },
  fileSize: (bytes: number) => {
    if (bytes < 1024) return `${bytes} байт`
    if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`
    return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`
  },
}
