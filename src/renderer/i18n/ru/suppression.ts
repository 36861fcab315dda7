import type { SuppressionEntry } from '../../../shared/contract/suppression.ts'

const reasons: Record<SuppressionEntry['reason'], string> = {
  withdrawal: 'отзыв согласия',
  optout: 'отказ от рассылки',
  manual: 'внесено вручную',
}

const types: Record<SuppressionEntry['type'], string> = { email: 'Почта', phone: 'Телефон' }

export const suppression = {
  reasons,
  types,
  title: 'Отказы от рассылки',
  tab: 'Отказы',
  intro:
    'Здесь хранятся только отпечатки адресов и телефонов. Прочитать их нельзя, но можно проверить, есть ли человек в списке, — даже если его данные уничтожены.',
  total: (count: number) => `Записей: ${count}`,
  checkOne: 'Проверить адрес или телефон',
  contact: 'Адрес почты или телефон',
  check: 'Проверить',
  add: 'Внести в список',
  found: (date: string) => `В списке с ${date}: рассылать нельзя`,
  notFound: 'В списке нет: рассылать можно',
  added: 'Внесено в список',
  checkList: 'Проверить список рассылки',
  checkHint:
    'Файл CSV до 50 МБ. Программа ничего из него не сохраняет: вернёт тот же список с отметкой у каждой строки.',
  choose: 'Выбрать файл CSV',
  progress: (percent: number) => `Проверяется: ${percent} %`,
  cancel: 'Прервать',
  result: (rows: number, suppressed: number, blank: number) =>
    `Строк: ${rows}. Рассылать нельзя: ${suppressed}. Без адреса и телефона: ${blank}.`,
  saveMarked: 'Сохранить список с отметками',
  saveAllowed: 'Сохранить только тех, кому можно',
  markedName: 'список-с-отметками.csv',
  allowedName: 'список-можно.csv',
  saved: 'Файл сохранён',
  entries: 'Записи',
  type: 'Что',
  since: 'С какого дня',
  reason: 'Почему',
  byCase: 'Обращение',
  who: 'Кто внёс',
  remove: 'Убрать',
  removeTitle: 'Убрать из списка',
  removeText: 'Так поступают, если человек подписался снова или запись ошибочна. История сохранится.',
  removeReason: 'Почему убрано',
  removed: 'Убрано из списка',
  empty: 'Отказов пока нет',
  emptyHint: 'Исполните отказ от рассылки или отзыв согласия — контакты попадут сюда сами.',
  more: 'Показать ещё',
}
