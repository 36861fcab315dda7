import type { CaseField } from '../../../core/casework/fields.ts'
import type { CaseKind, Ground } from '../../../shared/model/case.ts'

const grounds: Record<Ground, string> = {
  inaccurate: 'Данные неточны',
  unlawful: 'Данные собраны или обрабатываются незаконно',
  notNeeded: 'Данные больше не нужны для цели, ради которой собраны',
}

/** What the demand is about, by kind; other kinds say it in the text. */
const demands: Partial<Record<CaseKind, string>> = {
  rectification: 'Что исправить и какие данные верны',
  blocking: 'Какие данные заблокировать и почему',
  destruction: 'Какие данные уничтожить',
  withdrawal: 'Какое согласие отозвано',
  claim: 'Требование',
  authority: 'О чём запрос',
}

const missing: Record<CaseField | 'familyName', string> = {
  familyName: 'Напишите фамилию или название организации',
  organisation: 'Напишите название',
  contact: 'Нужен адрес почты или телефон: иначе рассылку не остановить',
  ground: 'Выберите основание',
  demand: 'Напишите, чего требует заявитель',
  amountTiyn: 'Сумма пишется так: 1 500 000,50',
  referenceNumber: 'Напишите номер запроса',
  referenceOn: 'Укажите дату запроса',
  statedDueOn: 'Укажите срок, который назван в запросе',
}

/** What a request tells, kind by kind, and who acts for the applicant. */
export const request = {
  grounds,
  demands,
  missing,
  organisation: 'Организация',
  authority: 'Орган, который запрашивает',
  official: 'Подписал запрос: фамилия',
  ground: 'На каком основании',
  noGround: 'Не о недостоверных данных и не о незаконных действиях',
  demand: 'Требование',
  amount: 'Сумма, тенге',
  amountHint: 'Если требуют денег',
  referenceNumber: 'Исходящий номер заявителя',
  referenceOn: 'Дата письма заявителя',
  statedDueOn: 'Срок, указанный в запросе',
  statedHint: 'День, до которого орган просит ответить. Программа его не вычисляет.',
  dueBeforeReceipt: 'Срок раньше дня получения',
  representative: 'Обратился представитель',
  representativeTitle: 'Представитель',
  representativeName: 'Фамилия, имя, отчество представителя',
  powerNumber: 'Номер доверенности',
  powerIssuedOn: 'Дата доверенности',
  powerIssuer: 'Кем выдана или удостоверена',
  powerValidUntil: 'Действует до',
  powerHint: 'Запишите реквизиты. Копию доверенности и удостоверения собирать нельзя.',
  powerNoTerm: 'Пусто — если срок в доверенности не указан',
  powerMissing: 'Без реквизитов доверенности представителя не записать',
  powerExpired: (date: string) => `Срок доверенности истёк ${date}`,
  powerWithoutTerm: 'без указания срока',
  changeRepresentative: 'Изменить представителя',
  addRepresentative: 'Добавить представителя',
  removeRepresentative: 'Убрать представителя',
  representativeSaved: 'Представитель записан',
  representativeRemoved: 'Представитель убран',
  courtOn: 'Передано в суд',
  courtHandedOn: 'Дата передачи',
  courtWhat: 'Куда и что передано',
  verification: 'Установление личности',
  confirmed: 'подтверждена',
  notConfirmed: 'не подтверждена',
  unverified: 'Личность не установлена: продолжено решением сотрудника',
  result: 'Результат',
  resultConfirmed: 'Личность подтверждена',
  resultNotConfirmed: 'Не подтверждена: обращение остаётся новым',
  overrideText:
    'Ответ может раскрыть данные постороннему. Продолжайте, только если это исключено. Ваше имя и причина останутся в истории.',
  overrideReason: 'Почему можно продолжить без установления личности',
}
