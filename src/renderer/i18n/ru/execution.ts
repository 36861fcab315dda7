import type { Deed, Finding } from '../../../shared/model/execution.ts'
import { pluralRu } from '../plural.ts'

const findings: Record<Finding, string> = {
  found: 'Данные найдены',
  notFound: 'Данных нет',
  notConcerned: 'Система не затронута',
}

const deeds: Record<Deed, string> = {
  disclosed: 'Сведения предоставлены',
  rectified: 'Изменены',
  blocked: 'Заблокированы',
  processingStopped: 'Обработка прекращена',
  anonymised: 'Обезличены',
  destroyed: 'Уничтожены',
  kept: 'Сохранены: требует закон',
}

export const execution = {
  findings,
  deeds,
  title: 'Системы',
  progress: (searched: number, all: number) =>
    `Проверено ${searched} из ${all} ${pluralRu(all, 'системы', 'систем', 'систем')}`,
  treated: (done: number, found: number) => `данные найдены в ${found}, меры приняты в ${done}`,
  notNoted: 'не проверена',
  noDeed: 'ещё ничего не сделано',
  note: 'Отметить',
  noteRest: 'В остальных данных нет',
  restNoted: (count: number) => `Отмечено: данных нет, систем — ${count}`,
  noted: 'Отмечено',
  found: 'Что дал поиск',
  categories: 'Категории данных',
  data: 'Какие именно данные',
  dataHint: 'Попадёт в письмо: пишите на языке ответа',
  deed: 'Что сделано с данными',
  nothingDone: 'Пока ничего',
  deedOn: 'Когда сделано',
  deedMethod: 'Каким способом',
  deedBy: 'Кто сделал',
  deedByHint: 'Если не вы: фамилия и должность.',
  proof: 'Чем подтверждается',
  proofHint: 'Запись журнала, номер заявки, акт',
  deedOnMissing: 'Укажите дату',
  retired: 'не используется',
  settingsTitle: 'Системы',
  settingsIntro:
    'Где оператор хранит персональные данные. Каждое обращение проверяют по всем системам, которые используются.',
  add: 'Добавить систему',
  rename: 'Переименовать',
  retire: 'Больше не использовать',
  revive: 'Снова использовать',
  nameRu: 'Название на русском',
  nameKk: 'Название на казахском',
  nameMissing: 'Нужны названия на обоих языках: они попадают в письма',
  saved: 'Перечень систем сохранён',
}
