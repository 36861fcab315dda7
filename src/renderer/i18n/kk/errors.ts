import { shortDate } from '../dates.ts'
import type { GlyphPlace } from '../../../shared/errors.ts'
import type { ErrorTexts } from '../types.ts'
import { incoming } from './incoming.ts'
import { words } from './words.ts'

const nothingChanged = 'Ештеңе жазылған жоқ, енгізгеніңіз экранда сақталды.'
const dataSafe = 'Қоймадағы деректер өзгерген жоқ.'

function lookUp(table: Record<string, string>, key: string): string {
  return table[key] ?? key
}

const longFields: Record<string, string> = {
  familyName: 'тегі',
  givenName: 'аты',
  patronymic: 'әкесінің аты',
  organisation: 'ұйымның атауы',
  address: 'мекенжай',
  email: 'пошта',
  phone: 'телефон',
  iin: 'ЖСН',
  subject: 'тақырып',
  site: 'сайт',
  text: 'мәтін',
  demand: 'талап',
  name: 'атауы',
}
const calendarFaults: Record<string, string> = {
  otherYear: 'Басқа жылдың күні',
  twice: 'Күн екі рет көрсетілген',
  weekendListedAsOff: 'Бұл күн онсыз да демалыс',
  weekdayListedAsWorked: 'Бұл күн онсыз да жұмыс күні',
  noDaysOff: 'Күнтізбеде бірде-бір демалыс күні жоқ, ал жыл мына күні басталады',
}
const ruleFaults: Record<string, string> = {
  term: 'Мерзім бір күннен кем және он жылдан артық болмауға тиіс',
  endsBeforeItBegins: 'Қағида басталмай жатып аяқталады',
  overlap: 'Бұдан кейін басталатын қағида нұсқасы бар',
}
const caseFields: Record<string, string> = {
  familyName: 'кім жүгінді',
  organisation: 'ұйымның атауы',
  contact: 'электрондық пошта немесе телефон',
  ground: 'негіз',
  demand: 'өтініш беруші нені талап етеді',
  referenceNumber: 'сұрау салудың нөмірі',
  referenceOn: 'сұрау салудың күні',
  statedDueOn: 'сұрау салуда көрсетілген мерзім',
}

const glyphPlaces: Record<GlyphPlace, string> = {
  letterhead: 'бланкіде',
  number: 'нөмір жолында',
  addressee: 'адресат деректерінде',
  title: 'тақырыпта',
  salutation: 'қаратпа сөзде',
  body: 'хат мәтінінде',
  closing: 'қорытынды сөздерде',
  signatory: 'қол қоюшы деректерінде',
  executor: 'орындаушы деректерінде',
}

export const errors: ErrorTexts = {
  internal: () => ({
    what: 'Бағдарламада қате пайда болды.',
    safe: 'Бұрын жазылғанның бәрі орнында.',
    todo: 'Әрекетті қайталаңыз. Қате қайталанса, бағдарламаны қайта іске қосыңыз.',
  }),
  unknownCall: () => ({
    what: 'Терезе мен бағдарлама өзегінің нұсқалары сәйкес емес.',
    safe: dataSafe,
    todo: 'Бағдарламаны жауып, қайта ашыңыз.',
  }),
  senderRefused: () => ({
    what: 'Сұрау бағдарлама терезесінен келмегендіктен қабылданбады.',
    safe: dataSafe,
    todo: 'Бағдарламаны жауып, қайта ашыңыз.',
  }),
  inputInvalid: ({ field }) => ({
    what: `Өріс қабылданбады: ${field}.`,
    safe: nothingChanged,
    todo: 'Мәнді тексеріңіз: ол бос немесе тым ұзын болуы мүмкін.',
  }),
  textTooLong: ({ field, limit }) => ({
    what: `Тым ұзын: ${lookUp(longFields, field)}. ${limit} таңба сыяды.`,
    safe: nothingChanged,
    todo: 'Қысқартыңыз. Ұзынын файлмен тіркеңіз немесе өтініш мәтініне жазыңыз.',
  }),
  vaultLocked: () => ({
    what: 'Қойма құлыптаулы.',
    safe: dataSafe,
    todo: 'Құпия тіркесті енгізіп, әрекетті қайталаңыз.',
  }),
  vaultAbsent: () => ({
    what: 'Қойма файлы табылмады.',
    safe: '',
    todo: 'Қойма қалтасының қолжетімді екенін тексеріп, бағдарламаны қайта іске қосыңыз.',
  }),
  vaultExists: () => ({
    what: 'Бұл қалтада қойма бар.',
    safe: 'Оған тиіскен жоқпыз.',
    todo: 'Оны ашу үшін бағдарламаны қайта іске қосыңыз.',
  }),
  vaultInUse: () => ({
    what: 'Қойма басқа бағдарламада ашық тұр.',
    safe: dataSafe,
    todo: 'Бағдарламаның екінші терезесін жауып, қайталаңыз.',
  }),
  vaultDamaged: () => ({
    what: 'Қойма файлы бүлінген, ашылмайды.',
    safe: 'Бағдарлама онда ештеңе өзгерткен жоқ.',
    todo: 'Файлдың көшірмесін сақтап, қойманы сақтық көшірмеден қалпына келтіріңіз.',
  }),
  vaultNewer: ({ found, supported }) => ({
    what: `Қойма жаңарақ бағдарламада жасалған (${found}-нұсқа, бұл бағдарлама ${supported}-нұсқаны түсінеді).`,
    safe: dataSafe,
    todo: 'Бағдарламаның жаңа нұсқасын орнатыңыз.',
  }),
  passphraseWrong: () => ({
    what: 'Құпия тіркес сәйкес келмеді.',
    safe: '',
    todo: 'Пернетақта тілін және Caps Lock пернесін тексеріп, қайта енгізіңіз.',
  }),
  passphraseWeak: ({ minLength }) => ({
    what: 'Құпия тіркесті табу тым оңай.',
    safe: nothingChanged,
    todo: `Кемінде ${minLength} таңба алыңыз: ең дұрысы – кездейсоқ бірнеше сөз.`,
  }),
  recoveryCodeWrong: () => ({
    what: 'Қалпына келтіру коды сәйкес келмеді.',
    safe: '',
    todo: 'Ең соңғы код жазылған парақты алыңыз: бұрынғы кодтар ештеңе ашпайды.',
  }),
  recoveryCodeMistyped: ({ group }) => ({
    what: `Кодтың ${group}-тобында қате бар.`,
    safe: 'Бұл әрекет есепке алынбады.',
    todo: 'Осы топты парақпен салыстырыңыз: кодта бес таңбадан жеті топ бар.',
  }),
  keychainFailed: () => ({
    what: 'Осы компьютердің кілттер қоймасы жауап бермеді.',
    safe: dataSafe,
    todo: 'Құпия тіркесті енгізіңіз: ол қойманы әрқашан ашады.',
  }),
  unlockDelayed: ({ seconds }) => ({
    what: 'Қатарынан тым көп сәтсіз әрекет жасалды.',
    safe: dataSafe,
    todo: `${seconds} секунд күтіп, қайталаңыз.`,
  }),
  auditorReadsOnly: () => ({
    what: 'Сіз тексеруші ретінде кірдіңіз: оқуға, салыстыруға және жүктеп алуға болады, өзгертуге болмайды.',
    safe: dataSafe,
    todo: 'Жазба қажет болса, оны қызметкер өз кілтімен енгізеді.',
  }),
  lastKey: () => ({
    what: 'Бұл – қызметкердің соңғы құпия тіркесі: онсыз қойманы ашатын адам қалмайды.',
    safe: 'Кілт орнында қалды.',
    todo: 'Алдымен басқа қызметкерге кілт беріңіз.',
  }),
  ownKey: () => ({
    what: 'Өз кілтіңізді жоюға болмайды.',
    safe: 'Кілт орнында қалды.',
    todo: 'Оны басқа қызметкер жояды немесе құпия тіркесті ауыстырыңыз.',
  }),
  keyUnknown: () => ({ what: 'Мұндай кілт жоқ.', safe: '', todo: 'Кілттер тізімін қайта ашыңыз.' }),
  keyHeld: () => ({
    what: 'Бұл адамның кілті бар.',
    safe: 'Оның кілті өзгерген жоқ.',
    todo: 'Жаңа кілт беру үшін алдымен бұрынғысын жойыңыз.',
  }),
  backupFolderUnset: () => ({
    what: 'Сақтық көшірмелер қалтасы таңдалмаған.',
    safe: dataSafe,
    todo: 'Оны баптаулардың «Сақтық көшірмелер» бөлімінде таңдаңыз: басқа дискіде болғаны дұрыс.',
  }),
  backupAbsent: () => ({
    what: 'Бұл қалтада сақтық көшірме жоқ.',
    safe: dataSafe,
    todo: 'Көшірмелер жатқан қалтаны немесе көшірменің өзін көрсетіңіз (онда register.db мен keys.json бар).',
  }),
  backupDamaged: () => ({
    what: 'Бұл сақтық көшірме бүлінген.',
    safe: 'Қойма мен басқа көшірмелер өзгерген жоқ.',
    todo: 'Басқа көшірмені алыңыз: бұрынғырағын немесе басқа дискідегісін.',
  }),
  backupNewer: ({ found, supported }) => ({
    what: `Көшірмені жаңарақ бағдарлама жасаған (${found}-нұсқа, бұл бағдарлама ${supported}-нұсқаға дейін түсінеді).`,
    safe: 'Қойма да, көшірме де өзгерген жоқ.',
    todo: 'Бағдарламаның жаңа нұсқасын орнатып, қайталаңыз.',
  }),
  vaultFileGone: ({ folder }) => ({
    what: `Бағдарлама жұмыс істеп тұрғанда журнал файлы жойылды немесе ауыстырылды: ${folder}`,
    safe: 'Соңғы әрекет жазылған жоқ: мұндай файлға жазылған нәрсе жоғалып кетер еді.',
    todo: 'Қойманы құлыптап, файлды орнына қайтарыңыз немесе журналды сақтық көшірмеден қалпына келтіріңіз.',
  }),
  folderUnwritable: ({ folder }) => ({
    what: `Қалтаға жазуға болмайды: ${folder}`,
    safe: '',
    todo: 'Қалтаға қол жеткізу құқығын және бос орынды тексеріңіз.',
  }),
  diskFull: () => ({
    what: 'Дискіде орын қалмады.',
    safe: 'Соңғы әрекет толық кері қайтарылды, бұрынғы жазбалар орнында.',
    todo: 'Орын босатып, әрекетті қайталаңыз.',
  }),
  caseNotFound: () => ({ what: 'Журналда мұндай өтініш жоқ.', safe: '', todo: 'Тізімге оралыңыз.' }),
  stepNotAllowed: ({ status, action }) => ({
    what: `«${lookUp(words.statuses, status)}» күйінде «${lookUp(words.steps, action)}» әрекетін жасауға болмайды.`,
    safe: nothingChanged,
    todo: 'Өтініш өзгерген болуы мүмкін. Қазір қандай әрекеттер ұсынылғанын қараңыз.',
  }),
  outcomeNotAllowed: ({ outcome }) => ({
    what: `Өтініштің бұл түрі үшін «${lookUp(words.outcomeResults, outcome)}» деген шешім көзделмеген.`,
    safe: nothingChanged,
    todo: 'Басқа шешімді таңдаңыз.',
  }),
  refusalGroundMissing: () => ({
    what: 'Бас тартудың негізі болуға тиіс.',
    safe: nothingChanged,
    todo: 'Тізімнен бас тарту негізін таңдаңыз.',
  }),
  caseClosed: () => ({
    what: 'Өтініш жабылған.',
    safe: nothingChanged,
    todo: 'Өзгертетін нәрсе болса, өтінішті жұмысқа қайтарыңыз.',
  }),
  caseNumberUnknown: () => ({
    what: 'Мұндай нөмірлі өтініш жоқ.',
    safe: nothingChanged,
    todo: 'Нөмірді тексеріңіз: ол былай жазылады — ДС-2026-0001.',
  }),
  mergeIntoEarlier: () => ({
    what: 'Тек осыдан кеш алынбаған өтінішке қосуға болады.',
    safe: nothingChanged,
    todo: 'Кейінгі өтінішті ашып, оны бұрынғысына қосыңыз: мерзім біріншісінен есептеледі.',
  }),
  mergeOtherKind: () => ({
    what: 'Бұл басқа түрдегі өтініш: мерзімдері мен хаттары басқа.',
    safe: nothingChanged,
    todo: 'Өтініштерді бір-біріне қоспай, байланыстырыңыз.',
  }),
  mergeOtherPerson: () => ({
    what: 'Бұл — әр түрлі адамдардың өтініштері: ортақ ЖСН-і де, ортақ байланыс деректері де жоқ.',
    safe: nothingChanged,
    todo: 'Нөмірін тексеріңіз. Адам бір болса, өтініштерді қоспай, байланыстырыңыз.',
  }),
  mergeAfterDecision: () => ({
    what: 'Өтініштердің бірі бойынша шешім қабылданған.',
    safe: nothingChanged,
    todo: 'Өтініштерді байланыстырыңыз немесе алдымен оны жұмысқа қайтарыңыз.',
  }),
  relationToItself: () => ({
    what: 'Бұл сол өтініштің өзі.',
    safe: nothingChanged,
    todo: 'Басқасының нөмірін көрсетіңіз.',
  }),
  caseFieldMissing: ({ field }) => ({
    what: `Толтырылмаған: ${lookUp(caseFields, field)}.`,
    safe: nothingChanged,
    todo: 'Өрісті толтырыңыз: онсыз мұндай өтінішті қарау мүмкін емес.',
  }),
  representativeMissing: () => ({
    what: 'Өкіл мен оның сенімхаты жазылмаған.',
    safe: nothingChanged,
    todo: 'Өтінішке өкіл мен сенімхатты жазыңыз немесе басқа тәсілді таңдаңыз.',
  }),
  powerExpired: ({ on }) => ({
    what: `Сенімхаттың мерзімі ${shortDate(on)} өтіп кеткен.`,
    safe: nothingChanged,
    todo: 'Қолданыстағы сенімхатты сұраңыз. Онсыз өтініштен бас тартылады: өкілеттік расталмаған.',
  }),
  deedWithoutData: () => ({
    what: 'Тек табылған деректермен бірдеңе істеуге болады.',
    safe: nothingChanged,
    todo: '«Табылды» деп белгілеңіз немесе әрекетті алып тастаңыз.',
  }),
  systemUnknown: () => ({
    what: 'Тізбеде мұндай жүйе жоқ.',
    safe: nothingChanged,
    todo: 'Карточканы қайта ашыңыз: жүйелер тізбесі өзгерді.',
  }),
  systemsNotSearched: () => ({
    what: 'Деректерді іздеу барлық жүйеде аяқталған жоқ.',
    safe: nothingChanged,
    todo: 'Карточкада әр жүйеде не табылғанын белгілеңіз.',
  }),
  systemsNotTreated: () => ({
    what: 'Табылған деректермен не істелгені барлық жүйеде белгіленбеген немесе шешілгеннен басқа әрекет жасалған.',
    safe: nothingChanged,
    todo: 'Деректер табылған әр жүйеде не істелгенін карточкада белгілеңіз. Заң бойынша деректердің бір бөлігі сақталса, шешім — «ішінара қанағаттандырылды».',
  }),
  stillBlocked: () => ({
    what: 'Деректер әлі бұғатталған.',
    safe: dataSafe,
    todo: 'Алдымен бұғаттаудың алынғанын белгілеңіз, содан кейін қайталаңыз.',
  }),
  clocksOpen: ({ count }) => ({
    what: `Әзірге жабуға болмайды: ${count} мерзім орындалмаған.`,
    safe: nothingChanged,
    todo: 'Қалған мерзімдерді орындаңыз: олар бірінші көрсетілген.',
  }),
  latenessReasonMissing: () => ({
    what: 'Өтініштің мерзімі өткен, бірақ себебі көрсетілмеген.',
    safe: nothingChanged,
    todo: 'Кешігу себебін жазыңыз.',
  }),
  dateInFuture: ({ today }) => ({
    what: 'Бұл күн әлі келген жоқ.',
    safe: nothingChanged,
    todo: `${shortDate(today)} күнінен кеш емес күнді көрсетіңіз.`,
  }),
  dateTooEarly: ({ earliest }) => ({
    what: 'Күн тым ерте.',
    safe: nothingChanged,
    todo: `${shortDate(earliest)} күнінен ерте емес күнді көрсетіңіз.`,
  }),
  calendarYearMissing: ({ year }) => ({
    what: `${year} жылға арналған жұмыс күнтізбесі жоқ, мерзімді есептеу мүмкін емес.`,
    safe: nothingChanged,
    todo: 'Күнін тексеріңіз. Дұрыс болса, баптауларда осы жылдың күнтізбесін енгізіңіз: «Қағидалар мен күнтізбе».',
  }),
  ruleUnknown: () => ({
    what: 'Мұндай қағида жоқ.',
    safe: dataSafe,
    todo: 'Баптауларды қайта ашыңыз: қағидалар бағдарламамен бірге жаңарған болуы мүмкін.',
  }),
  clockNotFound: () => ({
    what: 'Мұндай мерзім жоқ.',
    safe: dataSafe,
    todo: 'Өтінішті қайта ашыңыз.',
  }),
  clockEnded: () => ({
    what: 'Бұл мерзім аяқталып қойған.',
    safe: nothingChanged,
    todo: 'Аяқталған мерзім тоқтатылмайды және ұзартылмайды.',
  }),
  clockNotPausable: () => ({
    what: 'Бұл мерзім күндермен есептелмейді, оны тоқтата тұруға болмайды.',
    safe: nothingChanged,
    todo: 'Оны белгілі бір күнге дейін ұзартуға болады.',
  }),
  pausesOverlap: () => ({
    what: 'Бұл күндерге мерзім тоқтатылып қойған.',
    safe: nothingChanged,
    todo: 'Мерзімді жалғастырыңыз немесе кейінгі күнді таңдаңыз.',
  }),
  notPaused: () => ({
    what: 'Мерзім қазір тоқтатылмаған.',
    safe: nothingChanged,
    todo: 'Жалғастыратын ештеңе жоқ.',
  }),
  extensionNotLater: ({ dueOn }) => ({
    what: `Мерзімді тек ${shortDate(dueOn)} күнінен кейінгі күнге ұзартуға болады.`,
    safe: nothingChanged,
    todo: 'Кейінгі күнді таңдаңыз.',
  }),
  adjustmentUnknown: () => ({
    what: 'Бұл тоқтата тұрудың немесе ұзартудың күші жойылған.',
    safe: nothingChanged,
    todo: 'Өтінішті қайта ашыңыз.',
  }),
  calendarInvalid: ({ fault, date }) => ({
    what: `${lookUp(calendarFaults, fault)}: ${shortDate(date)}.`,
    safe: nothingChanged,
    todo: 'Жыл кестесін түзетіңіз: барлық мерзім сол бойынша есептеледі.',
  }),
  ruleInvalid: ({ fault }) => ({
    what: lookUp(ruleFaults, fault),
    safe: nothingChanged,
    todo: 'Қағиданы түзетіңіз: өтініштердің мерзімдері сол бойынша есептеледі.',
  }),
  lawPreviewStale: () => ({
    what: 'Қарап отырған кезіңізде мерзімдер немесе қағидалар өзгерді.',
    safe: nothingChanged,
    todo: 'Қай мерзімдер ауысатынын қайта қараңыз.',
  }),
  ruleMissing: ({ event, on }) => ({
    what: `«${lookUp(words.events, event)}» оқиғасы үшін ${shortDate(on)} күніне мерзім қағидасы жоқ.`,
    safe: nothingChanged,
    todo: 'Оқиға күнін тексеріңіз.',
  }),
  officerUnknown: () => ({
    what: 'Мұндай қызметкер жоқ.',
    safe: nothingChanged,
    todo: 'Экранды жаңартып, тізімнен таңдаңыз.',
  }),
  officerKnown: () => ({
    what: 'Мұндай атты қызметкер бар.',
    safe: nothingChanged,
    todo: 'Ажырату үшін инициалын немесе лауазымын қосыңыз.',
  }),
  contactInvalid: () => ({
    what: 'Бұл пошта мекенжайы да, телефон да емес.',
    safe: nothingChanged,
    todo: 'Бір мекенжайды немесе кодымен бір нөмірді енгізіңіз.',
  }),
  suppressionUnknown: () => ({
    what: 'Бұл жазба тізімде жоқ.',
    safe: nothingChanged,
    todo: 'Тізімді жаңартыңыз.',
  }),
  listUnreadable: () => ({
    what: 'Бұл файл тарату тізіміне ұқсамайды.',
    safe: dataSafe,
    todo: 'Тізімді CSV түрінде сақтаңыз: бір жол — бір адресат.',
  }),
  listTooLarge: ({ limitMiB }) => ({
    what: `Файл ${limitMiB} МиБ-тан үлкен.`,
    safe: dataSafe,
    todo: 'Тізімді бөліктерге бөліп, әрқайсысын тексеріңіз.',
  }),
  attachmentNotFound: () => ({
    what: 'Мұндай қоса тіркелген файл жоқ.',
    safe: '',
    todo: 'Өтінішті қайта ашыңыз.',
  }),
  attachmentTooLarge: ({ limitMiB }) => ({
    what: `Файл ${limitMiB} МиБ-тан үлкен.`,
    safe: 'Қалған файлдар мен енгізгеніңіз экранда сақталды.',
    todo: 'Файлды кішірейтіңіз немесе бөліктерге бөліңіз.',
  }),
  emailTooLarge: ({ limitMiB }) => ({
    what: `Хат ${limitMiB} МиБ-тан үлкен.`,
    safe: '',
    todo: 'Өтінішті қолмен тіркеп, ең қажетін қоса тіркеңіз.',
  }),
  emailUnreadable: () => ({
    what: 'Бұл файл электрондық хатқа ұқсамайды.',
    safe: 'Файл өзгерген жоқ және еш жерге жазылған жоқ.',
    todo: 'Хатты пошта бағдарламасында .eml немесе .msg пішімінде сақтап, қайталап көріңіз.',
  }),
  messageNotFound: () => ({
    what: 'Кіріс хаттардың арасында мұндай хат жоқ.',
    safe: nothingChanged,
    todo: 'Кіріс хаттар тізімін қайта ашыңыз.',
  }),
  messageSettled: ({ state }) => ({
    what: `Бұл хат бойынша шешім қабылданған: ${lookUp(incoming.states, state).toLowerCase()}.`,
    safe: nothingChanged,
    todo: 'Оны қаралған хаттардың арасынан қараңыз.',
  }),
  messageNoReport: () => ({
    what: 'Бұл хат жеткізу туралы хабарламайды.',
    safe: nothingChanged,
    todo: 'Оны тіркеңіз, өтінішке қоса тіркеңіз немесе кейінге қалдырыңыз.',
  }),
  mailboxNotSet: () => ({
    what: 'Өтініштер келетін пошта жәшігі әлі бапталмаған.',
    safe: '',
    todo: 'Баптаулардағы «Пошта қабылдау» бөлімін толтырыңыз.',
  }),
  mailboxFailed: ({ failure }) => ({
    what: lookUp(incoming.mailboxFailures, failure),
    safe: 'Қабылданғаны жазылды. Жәшікте ештеңе жоғалған жоқ.',
    todo: 'Байланысты және пошта қабылдау баптауларын тексеріп, қайталап көріңіз: қабылдау сол жерден жалғасады.',
  }),
  emailAlreadyRegistered: ({ number }) => ({
    what: `Бұл хат ${number} нөмірімен тіркелген.`,
    safe: 'Екінші өтініш жасалған жоқ.',
    todo: 'Тіркелген өтінішті ашыңыз.',
  }),
  organisationMissing: () => ({
    what: 'Хат бланкісі үшін ұйым туралы мәліметтер жеткіліксіз.',
    safe: nothingChanged,
    todo: 'Баптауларда ұйымның атауларын және хаттарға кім қол қоятынын жазыңыз.',
  }),
  letterNotFound: () => ({ what: 'Мұндай хат жоқ.', safe: '', todo: 'Өтінішті қайта ашыңыз.' }),
  letterNotAllowed: ({ status }) => ({
    what: `«${lookUp(words.statuses, status)}» күйінде бұл хат жазылмайды.`,
    safe: nothingChanged,
    todo: 'Басқа хатты таңдаңыз немесе алдымен өтініш бойынша келесі әрекетті орындаңыз.',
  }),
  letterFieldMissing: ({ field }) => ({
    what: `Хаттың өрісі толтырылмаған: ${field}.`,
    safe: nothingChanged,
    todo: 'Оны толтырыңыз.',
  }),
  templateUnknown: () => ({
    what: 'Бағдарламада мұндай хат жоқ.',
    safe: '',
    todo: 'Хатты тізімнен таңдаңыз.',
  }),
  templateInvalid: ({ fault, detail }) => {
    const faults: Record<string, string> = {
      unknownPlace: `Хатта мұндай орын жоқ: ${detail}`,
      otherBlocks: `Абзацтар бастапқы хаттағыдай емес.`,
      otherPlaces: `Тілдер ${detail}-абзацқа әртүрлі мәліметтер қояды.`,
      fieldUnused: `Өріс еш жерде тұрған жоқ: ${detail}`,
    }
    return {
      what: faults[fault] ?? fault,
      safe: 'Мәтін сақталған жоқ.',
      todo: 'Орындар былай жазылады: {{caseNumber}}. Мәтінді түзетіп, қайта сақтаңыз.',
    }
  },
  letterLanguagesDiffer: ({ count }) => ({
    what: `Хаттың тілдері мәліметтер бойынша сәйкес келмейді: ${count}.`,
    safe: 'Хат шығарылған жоқ.',
    todo: 'Айырмашылықтарды түзетіңіз немесе өз атыңыздан қабылдаңыз.',
  }),
  letterPreviewStale: () => ({
    what: 'Сіз хатты қарап отырғанда өтініш немесе нөмір өзгерді.',
    safe: 'Хат шығарылған жоқ.',
    todo: 'Жаңартылған хатты қарап шығып, қайта шығарыңыз.',
  }),
  letterInternal: () => ({
    what: 'Бұл ішкі құжат: ол істе қалады.',
    safe: nothingChanged,
    todo: 'Оны қарау терезесінен сақтаңыз немесе басып шығарыңыз.',
  }),
  letterAlreadyDelivered: () => ({
    what: 'Бұл хат жіберілген немесе тапсырылған.',
    safe: 'Ол екінші рет жіберілген жоқ.',
    todo: 'Тағы бір хат қажет болса, жаңасын шығарыңыз.',
  }),
  fontMissing: ({ file }) => ({
    what: `Хат қарпі табылмады: ${file}.`,
    safe: dataSafe,
    todo: 'Бағдарламаны қайта орнатыңыз.',
  }),
  glyphMissing: ({ codePoint, where }) => ({
    what: `${codePoint} таңбасы (${glyphPlaces[where]}) хат қарпінде жоқ.`,
    safe: nothingChanged,
    todo: 'Бұл таңбаны ауыстырыңыз.',
  }),
  imageInvalid: () => ({
    what: 'Бұл PNG не SVG суреті емес немесе файл бүлінген.',
    safe: nothingChanged,
    todo: 'Басқа файл таңдаңыз.',
  }),
  imageTooLarge: ({ megapixels }) => ({
    what: `Сурет тым үлкен: ${megapixels} млн нүктеден немесе 2 МБ-тан асады.`,
    safe: nothingChanged,
    todo: 'Суретті кішірейтіп, қайта таңдаңыз.',
  }),
  checkCodeInvalid: () => ({
    what: 'Бұл хатты тексеру коды емес.',
    safe: nothingChanged,
    todo: 'QR-код мәтінін толық енгізіңіз: ол ZHAUAP сөзінен басталады.',
  }),
  pdfUnreadable: () => ({
    what: 'Бұл PDF емес немесе файл бүлінген.',
    safe: nothingChanged,
    todo: 'Басқа файл таңдаңыз.',
  }),
  packInvalid: ({ file }) => ({
    what: `Қағидалар немесе хаттар файлы бүлінген: ${file}.`,
    safe: dataSafe,
    todo: 'Бағдарламаны қайта орнатыңыз.',
  }),
  smtpNotSet: () => ({
    what: 'Пошта сервері әлі бапталмаған.',
    safe: 'Хат шығарылған және өтініште сақтаулы.',
    todo: 'Баптаулардағы «Пошта» бөлімін толтырыңыз немесе хатты басқа тәсілмен жіберіңіз.',
  }),
  addressInvalid: () => ({
    what: 'Алушының мекенжайы дұрыс жазылмаған.',
    safe: 'Хат жіберілген жоқ.',
    todo: 'Мекенжайды түзетіңіз: мысалы, ivanov@mail.kz.',
  }),
  identityNotVerified: () => ({
    what: 'Хат дербес деректерді ашады, ал өтініш берушінің жеке басы анықталмаған.',
    safe: 'Хат кезекке қойылған жоқ.',
    todo: 'Өтініш карточкасында жеке басын анықтаңыз немесе себебін көрсетіңіз: ол тарихта қалады.',
  }),
  recipientDiffers: () => ({
    what: 'Алушының мекенжайы өтініштегі мекенжайдан өзгеше.',
    safe: 'Хат кезекке қойылған жоқ.',
    todo: 'Мекенжайды тағы бір рет салыстырып, дұрыс екенін белгілеңіз.',
  }),
  dkimKeyInvalid: () => ({
    what: 'Бұл хаттарға қол қоятын RSA жабық кілті емес.',
    safe: 'Баптаулар өзгерген жоқ.',
    todo: 'PEM пішіміндегі, құпиясөзсіз, кемінде 1024 биттік кілтті толық енгізіңіз.',
  }),
  mailNotFound: () => ({ what: 'Мұндай жөнелтілім жоқ.', safe: '', todo: 'Тізімді қайта ашыңыз.' }),
  mailNotComposed: () => ({
    what: 'Бұл хат әлі жіберілмеген, сондықтан дайын хабарлама жоқ.',
    safe: '',
    todo: 'Алғашқы жіберу әрекетін күтіңіз.',
  }),
  mailStateWrong: ({ state }) => ({
    what: `Жөнелтілім «${lookUp(words.mailStates, state)}» күйіне өткен.`,
    safe: 'Ол екінші рет жіберілген жоқ.',
    todo: 'Оның қазіргі күйін қараңыз.',
  }),
  smtpFailed: ({ failure }) => ({
    what: lookUp(words.sendFailures, failure),
    safe: 'Бірде-бір хат жіберілген жоқ.',
    todo: 'Баптауларды түзетіп, қайта тексеріңіз.',
  }),
  taskCancelled: () => ({
    what: 'Жұмыс тоқтатылды.',
    safe: 'Оған дейін жасалғаны жазылды, қалғаны өзгерген жоқ.',
    todo: 'Қалаған кезде қайта бастаңыз.',
  }),
  evidenceEmpty: () => ({
    what: 'Мұндай өтініштер жоқ.',
    safe: '',
    todo: 'Өтініштің нөмірін немесе кезеңнің күндерін тексеріңіз.',
  }),
  evidenceTooLarge: ({ limitMiB }) => ({
    what: `Жинаққа ${limitMiB} МиБ-тан артық файл сыймайды.`,
    safe: dataSafe,
    todo: 'Қысқарақ кезең алыңыз немесе әр өтініш бойынша жеке жинақ жасаңыз.',
  }),
  fileUnwritable: () => ({
    what: 'Файлды жазу мүмкін болмады.',
    safe: dataSafe,
    todo: 'Басқа қалтаны таңдаңыз немесе файл ашық тұрса, оны жабыңыз.',
  }),
}
