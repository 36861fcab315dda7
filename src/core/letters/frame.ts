import type { Lang } from '../../shared/model/lang.ts'
import type { Organisation } from '../../shared/model/settings.ts'
import { salutation } from './address.ts'
import { formatDate } from './dates.ts'
import type { LetterDocument, LetterheadSide } from './document.ts'
import type { LetterInput } from './places.ts'
import { filledLines, printable } from './text.ts'
import { labels } from './wording.ts'

/** All of a letter but its title and its text. */
export type LetterFrame = Omit<LetterDocument, 'title' | 'blocks'>

/** `missing`: what an official letter can't go without. Other empty lines of the letterhead are left out. */
export function frameOf(
  input: LetterInput,
): { ok: true; frame: LetterFrame } | { ok: false; missing: string } {
  const { organisation, lang, date } = input
  const { internal } = input.template.meta
  if (printable(organisation.name.kk) === '' || printable(organisation.name.ru) === '') {
    return { ok: false, missing: 'organisation.name' }
  }
  if (printable(organisation.signatory.name) === '') {
    return { ok: false, missing: 'organisation.signatory.name' }
  }
  if (printable(input.number) === '') return { ok: false, missing: 'letterNumber' }
  const frame: LetterFrame = {
    lang,
    date,
    letterhead: letterheadOf(organisation),
    numberLine: `${internal ? labels.act[lang] : labels.outgoing[lang]} ${printable(input.number)}`,
    dateLine: lang === 'ru' ? `от ${formatDate(date, lang, 'quoted')}` : formatDate(date, lang, 'quoted'),
    reference: referenceOf(input),
    addressee: internal ? { label: '', name: '', lines: [] } : addresseeOf(input),
    salutation: internal ? '' : printable(salutation(input.case.applicant, lang)),
    closing: internal ? '' : labels.closing[lang],
    signatory: {
      position: printable(organisation.signatory.position[lang]),
      name: printable(organisation.signatory.name),
    },
    executor: executorOf(organisation, lang),
  }
  return { ok: true, frame }
}

function letterheadOf(organisation: Organisation): LetterDocument['letterhead'] {
  const contacts = [
    labelled(labels.phone.ru, organisation.phone),
    printable(organisation.email),
    printable(organisation.website),
  ]
  return {
    kk: letterheadSide(organisation, 'kk'),
    ru: letterheadSide(organisation, 'ru'),
    contacts: contacts.filter((line) => line !== '').join('  ·  '),
  }
}

function letterheadSide(organisation: Organisation, lang: Lang): LetterheadSide {
  const lines = [printable(organisation.address[lang]), labelled(labels.bin[lang], organisation.bin)]
  return { name: printable(organisation.name[lang]), lines: lines.filter((line) => line !== '') }
}

function referenceOf({ case: about, lang }: LetterInput): string {
  const number = printable(about.number)
  if (lang === 'ru') return `На вх. № ${number} от ${formatDate(about.receivedOn, lang, 'quoted')}`
  return `${formatDate(about.receivedOn, lang, 'quotedAttributive')} кіріс № ${number} өтінішке`
}

/** The organisation before its person; then who acts for the applicant. */
function addresseeOf({
  case: { applicant, representative },
  addressee,
  lang,
}: LetterInput): LetterDocument['addressee'] {
  const organisation = printable(applicant.organisation)
  const person = printable(addressee[lang])
  const lines = [
    organisation === '' ? '' : person,
    representative ? `${labels.representative[lang]} ${printable(representative.name)}` : '',
    ...filledLines(printable(applicant.address)),
    printable(applicant.email),
  ]
  return {
    label: '',
    name: organisation === '' ? person : organisation,
    lines: lines.filter((line) => line !== ''),
  }
}

function executorOf({ executor }: Organisation, lang: Lang): string[] {
  if (printable(executor.name) === '') return []
  const lines = [labelled(labels.executor[lang], executor.name), labelled(labels.phone[lang], executor.phone)]
  return lines.filter((line) => line !== '')
}

function labelled(label: string, value: string): string {
  const shown = printable(value)
  return shown === '' ? '' : `${label} ${shown}`
}
