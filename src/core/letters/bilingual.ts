import type { DocumentBlock, LetterDocument, LetterPart } from './document.ts'
import { cleanBody } from './body.ts'
import { type LetterMail, mergeLetter } from './merge.ts'
import { type Difference, differencesBetween } from './parity.ts'
import type { LetterFault, LetterInput } from './places.ts'
import type { Lang, LetterLang } from '../../shared/model/lang.ts'

/** Fields that are told in other words in each language, and the officer's own text where it stands for the template's. */
type InLanguage = { fields: LetterInput['fields']; body: readonly DocumentBlock[] | null }

export type WholeLetter = {
  document: LetterDocument
  mail: LetterMail
  /** Facts that one language of a bilingual letter tells and the other does not. */
  differences: Difference[]
  /** What the template alone would say, by language of the letter. */
  original: Partial<Record<Lang, readonly DocumentBlock[]>>
}

/** A letter in one language, or in both with Kazakh leading. */
export function composeLetter(
  input: Omit<LetterInput, 'lang' | 'fields'>,
  lang: LetterLang,
  inLanguage: Record<Lang, InLanguage>,
): ({ ok: true } & WholeLetter) | ({ ok: false } & LetterFault) {
  const single = (of: Lang) =>
    mergeOne({ ...input, lang: of, fields: inLanguage[of].fields }, inLanguage[of].body)
  if (lang !== 'both') {
    const result = single(lang)
    return result.ok ? { ...result, differences: [], original: { [lang]: result.original } } : result
  }
  const kk = single('kk')
  if (!kk.ok) return kk
  const ru = single('ru')
  if (!ru.ok) return ru
  const people = peopleOf(input)
  return {
    ok: true,
    document: { ...kk.document, second: secondOf(ru.document, kk.document) },
    mail: {
      subject: `${kk.mail.subject} / ${ru.mail.subject}`,
      text: `${kk.mail.text}\n\n* * *\n\n${ru.mail.text}`,
    },
    differences: differencesBetween(ru.document, kk.document, people),
    original: { kk: kk.original, ru: ru.original },
  }
}

type One = { ok: true; document: LetterDocument; mail: LetterMail; original: readonly DocumentBlock[] }

function mergeOne(input: LetterInput, body: InLanguage['body']): One | ({ ok: false } & LetterFault) {
  const merged = mergeLetter(input)
  if (!merged.ok) return merged
  const { document, mail } = merged
  if (!body) return { ...merged, original: document.blocks }
  const blocks = cleanBody(body)
  if (blocks.length === 0) return { ok: false, reason: 'missing', field: 'body' }
  return { ok: true, document: { ...document, blocks }, mail, original: cleanBody(document.blocks) }
}

/** Every word of their names but initials. A short name of the office itself would be found in the words of every letter. */
function peopleOf({ case: about, organisation }: Pick<LetterInput, 'case' | 'organisation'>): string[] {
  const { familyName, givenName, patronymic } = about.applicant
  const own = [familyName, givenName, patronymic].flatMap((name) => name.trim().split(/\s+/))
  const others = [about.representative?.name, organisation.signatory.name, organisation.executor.name]
    .flatMap((name) => (name ?? '').split(/[\s.]+/))
    .filter((name) => name.length > 2)
  return [...new Set([...own, ...others])].filter(Boolean)
}

/** The other half without what the leading one says for both: an address is written once. */
function secondOf(document: LetterDocument, leading: LetterDocument): LetterPart {
  const { lang, title, numberLine, dateLine, reference, salutation, blocks, closing, signatory, executor } =
    document
  const isSame = document.addressee.lines.join('\n') === leading.addressee.lines.join('\n')
  const addressee = isSame ? { ...document.addressee, lines: [] } : document.addressee
  return {
    lang,
    title,
    numberLine,
    dateLine,
    reference,
    addressee,
    salutation,
    blocks,
    closing,
    signatory,
    executor,
  }
}
