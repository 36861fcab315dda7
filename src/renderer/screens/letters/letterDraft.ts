import type { Output } from '../../../shared/contract/index.ts'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import type { Lang, LetterLang } from '../../../shared/model/lang.ts'
import type { LetterBody } from '../../../shared/model/letter-body.ts'
import type { FieldValues, LetterField, LetterMeta } from '../../../shared/model/letter.ts'

type Value = FieldValues[string]
type Known = Output<'letters.available'>['known']

/** What the officer has put into one letter; what she left alone is not in it. */
export type LetterWork = {
  /** Dates and entries of catalogs, the same in both languages. */
  shared: FieldValues
  /** Texts, each in its language. */
  words: Record<Lang, FieldValues>
  /** The whole text, where she edited it. */
  bodies: { ru?: LetterBody; kk?: LetterBody }
}

/** Every field as it stands, by language of the letter. */
export type LetterValues = { ru?: FieldValues; kk?: FieldValues }

export const untouched: LetterWork = { shared: {}, words: { ru: {}, kk: {} }, bodies: {} }

/** A letter as it is being written: one of several templates, each with what was put into it. */
export type Sheet = {
  templateId: string | null
  lang: LetterLang
  addressee: Partial<Record<Lang, string>>
  withRecord: boolean
  works: Record<string, LetterWork>
}

/** What was left unfinished, or a new letter in the applicant's language. */
export function firstSheet({ lang, draft }: Pick<Output<'letters.available'>, 'lang' | 'draft'>): Sheet {
  if (!draft) return { templateId: null, lang, addressee: {}, withRecord: false, works: {} }
  const { ru, kk } = draft.bodies ?? {}
  const work: LetterWork = {
    shared: draft.fields,
    words: { ru: draft.fieldsIn?.ru ?? {}, kk: draft.fieldsIn?.kk ?? {} },
    bodies: { ...(ru ? { ru } : {}), ...(kk ? { kk } : {}) },
  }
  const { ru: toRu, kk: toKk } = draft.addressee ?? {}
  return {
    templateId: draft.templateId,
    lang: draft.lang,
    addressee: { ...(toRu === undefined ? {} : { ru: toRu }), ...(toKk === undefined ? {} : { kk: toKk }) },
    withRecord: draft.withRecord ?? false,
    works: { [draft.templateId]: work },
  }
}

/** The languages of a letter, Kazakh leading. */
export function langsOf(lang: LetterLang): readonly Lang[] {
  return lang === 'both' ? ['kk', 'ru'] : [lang]
}

/** A field of words stands in a bilingual letter in each language; a date or a list is the same in both. */
export function isOfWords({ type }: LetterField): boolean {
  return type === 'line' || type === 'text'
}

/** What stands in a field at first: what the register knows, else what the letter suggests in its language. */
function firstValue(field: LetterField, lang: Lang, known: Known): Value {
  const prefilled = field.prefill ? known[field.prefill] : ''
  if (field.type === 'catalog') return typeof prefilled === 'string' ? [] : prefilled
  return prefilled || (field.suggestion?.[lang] ?? '')
}

/** Every field of the letter in one language, as typed or as it stands at first. */
export function fillIn(
  fields: readonly LetterField[],
  lang: Lang,
  known: Known,
  { shared, words }: LetterWork,
): FieldValues {
  return Object.fromEntries(
    fields.map((field) => {
      const typed = (isOfWords(field) ? words[lang] : shared)[field.id]
      return [field.id, typed ?? firstValue(field, lang, known)]
    }),
  )
}

export function withValue(work: LetterWork, field: LetterField, lang: Lang, value: Value): LetterWork {
  if (!isOfWords(field)) return { ...work, shared: { ...work.shared, [field.id]: value } }
  return { ...work, words: { ...work.words, [lang]: { ...work.words[lang], [field.id]: value } } }
}

/** Null: back to the proposed text. */
export function withBody({ bodies, ...work }: LetterWork, lang: Lang, body: LetterBody | null): LetterWork {
  const { [lang]: _dropped, ...others } = bodies
  return { ...work, bodies: body ? { ...others, [lang]: body } : others }
}

function isBlank(value: Value | undefined): boolean {
  if (value === undefined) return true
  return typeof value === 'string' ? value.trim() === '' : value.length === 0
}

export type MissingField = { field: LetterField; lang: Lang }

/** What has to be filled in yet, in the order in which it stands on the screen. */
export function missingFields(
  fields: readonly LetterField[],
  values: LetterValues,
  langs: readonly Lang[],
): MissingField[] {
  return fields
    .filter(({ required }) => required)
    .flatMap((field) => (isOfWords(field) ? langs : langs.slice(0, 1)).map((lang) => ({ field, lang })))
    .filter(({ field, lang }) => isBlank(values[lang]?.[field.id]))
}

/** Whether the officer's own text says anything at all. */
export function isEmptyBody(body: LetterBody): boolean {
  return body.every((block) => {
    if (block.type === 'table') return false
    const lines = block.type === 'list' ? block.items : [block.runs]
    return lines.every((runs) => runs.every(({ text }) => text.trim() === ''))
  })
}

type About = Pick<LetterDraft, 'caseId' | 'corrects'>

/** What is kept of the letter: only what the officer put into it. */
export function draftOf(about: About, meta: LetterMeta, sheet: Sheet): LetterDraft {
  const { shared, words, bodies } = sheet.works[meta.id] ?? untouched
  return {
    ...about,
    templateId: meta.id,
    lang: sheet.lang,
    fields: shared,
    fieldsIn: words,
    bodies,
    addressee: sheet.addressee,
    withRecord: sheet.withRecord,
  }
}

/** The letter as it is to be drawn: a field that was left alone says what it says at first. */
export function previewOf(draft: LetterDraft, langs: readonly Lang[], values: LetterValues): LetterDraft {
  const [leading = 'ru'] = langs
  return { ...draft, fields: values[leading] ?? {}, fieldsIn: values }
}
