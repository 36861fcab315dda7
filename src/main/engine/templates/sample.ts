import { fieldsAsked } from '../../../core/letters/fields.ts'
import { composeLetter } from '../../../core/letters/bilingual.ts'
import type { LetterInput } from '../../../core/letters/places.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { Lang, LetterLang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterTemplate } from '../../../shared/model/letter.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { Organisation } from '../../../shared/model/settings.ts'
import type { Packs } from '../packs/load.ts'

/** Somebody who never was. */
export const sampleApplicant: Applicant = {
  organisation: '',
  familyName: 'Үлгібаев',
  givenName: 'Үлгі',
  patronymic: 'Үлгіұлы',
  iin: '',
  address: '',
  email: 'sample@example.com',
  phone: '',
  lang: 'kk',
}

/** A letter about a case that never was, with something in every place. */
export function sampleLetter(
  template: LetterTemplate,
  {
    packs,
    organisation,
    today,
    lang,
  }: { packs: Packs; organisation: Organisation; today: LocalDate; lang: LetterLang },
): ReturnType<typeof composeLetter> {
  const { meta } = template
  const outcome = meta.outcomes?.at(-1) ?? null
  const kind = meta.kinds[0] ?? 'access'
  const categories = packs.catalogs.categories.slice(0, 2)
  const about: LetterInput['case'] = {
    number: 'ДС-0000-0000',
    kind,
    receivedOn: today,
    channel: 'email',
    applicant: { ...sampleApplicant, lang: lang === 'both' ? 'kk' : lang },
    representative: null,
    details: {
      ground: null,
      demand: '…',
      amountTiyn: 100_000,
      referenceNumber: '0-0',
      referenceOn: today,
      statedDueOn: today,
    },
    outcome,
    refusalGround: packs.refusalGrounds.find((ground) => ground.kinds.includes(kind)) ?? null,
    clocks: packs.rules
      .filter((rule) => rule.kinds.includes(kind) && rule.endsOn.includes('answered'))
      .map(({ title, basis, nature }) => ({ title, basis, nature, dueOn: today })),
    systems: packs.catalogs.systems.slice(0, 2).map(({ title }) => ({
      title,
      found: 'found',
      categories: categories.map((entry) => entry.title),
      data: '',
      deed: 'destroyed',
      deedOn: today,
      proof: 'CRM-0017',
      deedMethod: '',
      deedBy: 'Ү. Үлгібаев',
    })),
  }
  const fieldsIn = (one: Lang): FieldValues =>
    Object.fromEntries(
      fieldsAsked(meta, outcome).map((field): [string, FieldValues[string]] => {
        if (field.type === 'date') return [field.id, today]
        if (field.catalog) return [field.id, packs.catalogs[field.catalog].slice(0, 3).map(({ id }) => id)]
        return [field.id, field.suggestion?.[one] ?? `[${field.title[one]}]`]
      }),
    )
  const addressee = { ru: 'Үлгібаеву Үлгі Үлгіұлы', kk: 'Үлгібаев Үлгі Үлгіұлына' }
  return composeLetter(
    {
      template,
      organisation,
      case: about,
      addressee,
      corrects: null,
      number: '0000-0000',
      date: today,
      catalogs: packs.catalogs,
    },
    lang,
    { ru: { fields: fieldsIn('ru'), body: null }, kk: { fields: fieldsIn('kk'), body: null } },
  )
}
