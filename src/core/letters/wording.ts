import type { CaseKind, Channel } from '../../shared/model/case.ts'
import type { Bilingual } from '../../shared/model/lang.ts'

/** What the appeal is about, as it stands in «Ваше обращение …» and in «Сіздің … өтінішіңіз». */
export const matters: Record<CaseKind, Bilingual> = {
  access: {
    ru: 'о предоставлении сведений о персональных данных',
    kk: 'дербес деректер жөнінде мәліметтер беру туралы',
  },
  rectification: {
    ru: 'об изменении и дополнении персональных данных',
    kk: 'дербес деректерді өзгерту және толықтыру туралы',
  },
  blocking: {
    ru: 'о блокировании персональных данных',
    kk: 'дербес деректерді бұғаттау туралы',
  },
  destruction: {
    ru: 'об уничтожении персональных данных',
    kk: 'дербес деректерді жою туралы',
  },
  optout: {
    ru: 'об отказе от рассылки',
    kk: 'таратудан бас тарту туралы',
  },
  question: {
    ru: 'с вопросом (предложением)',
    kk: 'сұрақ (ұсыныс) бойынша',
  },
  authority: {
    ru: 'о предоставлении информации уполномоченному органу',
    kk: 'уәкілетті органға ақпарат беру туралы',
  },
  withdrawal: {
    ru: 'об отзыве согласия на обработку персональных данных',
    kk: 'дербес деректерді өңдеуге берілген келісімді кері қайтарып алу туралы',
  },
  claim: {
    ru: 'о досудебном урегулировании спора',
    kk: 'дауды сотқа дейін реттеу туралы',
  },
}

/** By which way the appeal came: «… поступило по электронной почте», «… электрондық пошта арқылы келіп түсті». */
export const channels: Record<Channel, Bilingual> = {
  email: { ru: 'по электронной почте', kk: 'электрондық пошта арқылы' },
  paper: { ru: 'в письменном виде на бумажном носителе', kk: 'қағаз жеткізгіште жазбаша түрде' },
  phone: { ru: 'по телефону', kk: 'телефон арқылы' },
  portal: { ru: 'через портал', kk: 'портал арқылы' },
}

/** Fixed words around the text of every letter. */
export const labels = {
  act: { ru: 'Акт №', kk: 'Акт №' },
  outgoing: { ru: 'Исх. №', kk: 'Шығ. №' },
  representative: { ru: 'Представитель:', kk: 'Өкілі:' },
  closing: { ru: 'С уважением,', kk: 'Құрметпен,' },
  executor: { ru: 'Исп.:', kk: 'Орынд.:' },
  phone: { ru: 'тел.:', kk: 'тел.:' },
  email: { ru: 'эл. почта:', kk: 'эл. пошта:' },
  bin: { ru: 'БИН', kk: 'БСН' },
} as const satisfies Record<string, Bilingual>
