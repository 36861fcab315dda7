import type { RelationType, SimilarCase } from '../../../shared/contract/relations.ts'

const same: Record<SimilarCase['same'], string> = {
  iin: 'тот же ИИН',
  email: 'тот же адрес почты',
  phone: 'тот же телефон',
  name: 'то же имя',
}

const later: Record<RelationType, string> = {
  duplicate: 'повтор обращения',
  follows: 'выросло из обращения',
  related: 'связано с обращением',
}
const earlier: Record<RelationType, string> = {
  duplicate: 'повторено обращением',
  follows: 'за ним последовало',
  related: 'связано с обращением',
}

export const relations = {
  same,
  later,
  earlier,
  similarTitle: 'Возможно, это обращение уже есть',
  similarText: 'Откройте его и сравните. Если это другое обращение — регистрируйте.',
  title: 'Связанные обращения',
  none: 'Связей нет',
  link: 'Связать',
  linkTitle: 'Связать с обращением',
  merge: 'Присоединить',
  mergeTitle: 'Присоединить к более раннему',
  mergeText:
    'Обращение закроется без ответа, его сроки остановятся. Работа и срок — у более раннего. Письма и вложения останутся здесь.',
  number: 'Номер обращения',
  numberHint: 'Например, ДС-2026-0001',
  type: 'Как связаны',
  reason: 'Почему это одно и то же',
  linked: 'Обращения связаны',
  merged: 'Присоединено',
  unlink: (number: string) => `Снять связь с ${number}`,
  unlinked: 'Связь снята',
  claimFrom: 'Зарегистрировать претензию',
  followsFrom: (number: string) => `Претензия по обращению № ${number}`,
  numberMissing: 'Укажите номер обращения',
}
