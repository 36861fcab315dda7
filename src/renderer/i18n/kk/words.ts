import type { Texts } from '../index.ts'

const days = (count: number) => `${count} күн`

export const words: Texts['words'] = {
  kinds: {
    access: 'Деректер туралы сұрау салу',
    rectification: 'Деректерді өзгерту',
    withdrawal: 'Келісімді кері қайтарып алу',
    claim: 'Талап-арыз (претензия)',
  },
  kindHints: {
    access: 'қандай деректер бар, қайдан алынған, не үшін',
    rectification: 'түзету, толықтыру, бұғаттау',
    withdrawal: 'бұдан әрі өңдемеу',
    claim: 'сотқа дейінгі, талап қойылған',
  },
  statuses: {
    registered: 'Жаңа',
    inWork: 'Жұмыста',
    decided: 'Шешім қабылданды',
    executed: 'Орындалды',
    answered: 'Жауап берілді',
    closed: 'Жабылды',
  },
  channels: {
    email: 'Электрондық пошта',
    paper: 'Қағаз түрінде',
    phone: 'Телефон арқылы',
    portal: 'Портал арқылы',
  },
  outcomes: {
    granted: 'Қанағаттандыру',
    partly: 'Ішінара қанағаттандыру',
    refused: 'Бас тарту',
    nothingFound: 'Деректер табылмады',
  },
  outcomeResults: {
    granted: 'Қанағаттандырылды',
    partly: 'Ішінара қанағаттандырылды',
    refused: 'Бас тартылды',
    nothingFound: 'Деректер табылмады',
  },
  methods: {
    knownAddress: 'Өтініш бізге белгілі мекенжайдан келді',
    portalAccount: 'Порталдағы есептік жазба',
    eSignature: 'Электрондық цифрлық қолтаңба (ЭЦҚ)',
    inPerson: 'Құжатты өзі көрсетті',
    powerOfAttorney: 'Өкілдің сенімхаты',
  },
  events: {
    received: 'өтініш алынды',
    documentsReceived: 'құжаттар алынды',
    blocked: 'деректер бұғатталды',
    unblocked: 'бұғаттау алып тасталды',
    withdrawalAccepted: 'келісімнің кері қайтарылуы қабылданды',
    violationNotConfirmed: 'бұзушылық расталмады',
    executed: 'шешім орындалды',
    refused: 'талаптан бас тартылды',
    answered: 'жауап берілді',
    decisionRevoked: 'шешім күшін жойды',
    reopened: 'өтініш қайта ашылды',
    annulled: 'өтініштің күші жойылды',
  },
  steps: {
    takeUp: 'Жұмысқа алу',
    verifyIdentity: 'Жеке басын анықтау',
    receiveDocuments: 'Құжаттар алынды',
    block: 'Деректерді бұғаттау',
    unblock: 'Бұғаттауды алып тастау',
    decide: 'Шешім қабылдау',
    execute: 'Орындалуын белгілеу',
    answer: 'Жауап жазу',
    close: 'Өтінішті жабу',
    reopen: 'Жұмысқа қайтару',
    annul: 'Күшін жою',
  },
  filters: {
    open: 'Ашық',
    late: 'Мерзімі өткен',
    today: 'Мерзімі бүгін',
    new: 'Жаңа',
    closed: 'Жабық',
    all: 'Барлығы',
  },
  mailStates: {
    queued: 'Кезекте',
    sending: 'Жіберіліп жатыр',
    sent: 'Жіберілді',
    failed: 'Жіберілмеді',
    unknown: 'Нәтижесі белгісіз',
  },
  sendFailures: {
    hostUnknown: 'Мұндай атаулы пошта сервері табылмады. Сервердің атауын және желіні тексеріңіз.',
    unreachable: 'Сервер қосылымды қабылдамайды. Портты, желіні және желіаралық экранды тексеріңіз.',
    timeout: 'Сервер уақытында жауап бермеді. Порт пен қорғау түрін тексеріп, қайталап көріңіз.',
    tlsFailed:
      'Қорғалған қосылым орнатылмады: сервердің сертификатына сенуге болмайды немесе қорғау түрі дұрыс көрсетілмеген.',
    loginRefused: 'Сервер пайдаланушы атын немесе құпиясөзді қабылдамады.',
    senderRefused: 'Сервер бұл жіберуші мекенжайынан хат қабылдамайды.',
    recipientRefused: 'Сервер алушының мекенжайын қабылдамады. Онда қате жоқ па, тексеріңіз.',
    rejected: 'Сервер хатты қабылдамай тастады. Себебі сервердің жауабында.',
    temporarilyRefused: 'Сервер уақытша хат қабылдамайды. Кейінірек қайталаңыз.',
    connectionLost: 'Хат берілмей тұрып байланыс үзілді.',
  },
  deliveries: {
    email: 'Электрондық поштамен жіберілді',
    inPerson: 'Қолына тапсырылды',
    post: 'Поштамен жіберілді',
  },
  natures: {
    statutory: 'заң бойынша',
    policy: 'саясат бойынша',
    internal: 'ішкі мерзім',
  },
  letterLangs: { ru: 'Русский', kk: 'Қазақша' },
  uiLangs: { ru: 'Русский', kk: 'Қазақша', en: 'English' },
  securities: {
    tls: 'Бірден TLS (әдетте 465-порт)',
    starttls: 'STARTTLS, міндетті (әдетте 587-порт)',
    none: 'Қорғаусыз (тек осы компьютердегі сервер)',
  },
  terms: {
    immediate: () => 'өтініш түскен күні',
    workingDays: (amount) => `${amount} жұмыс күні`,
    calendarDays: (amount) => `күнтізбелік ${amount} күн`,
  },
  weekdays: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
  daysLeft: (count) => {
    if (count === 0) return 'бүгін'
    if (count === 1) return 'ертең'
    return count > 0 ? days(count) : `${days(-count)} кешікті`
  },
  fileSize: (bytes) => {
    if (bytes < 1024) return `${bytes} байт`
    if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КиБ`
    return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МиБ`
  },
}
