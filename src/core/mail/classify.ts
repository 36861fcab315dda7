import { limits, type Applicant, type CaseKind } from '../../shared/model/case.ts'
import type { IntakeRules } from '../../shared/model/intake.ts'
import { findAddress, findIin, findPhone, findSite } from './contact.ts'
import { proposeKind } from './kind.ts'
import { textLanguage } from './language.ts'
import { displayName, findName, type PersonName } from './person.ts'

/** What of an e-mail the proposal rests on. */
export type IncomingMail = {
  subject: string
  text: string
  from: { name: string; address: string }
  replyTo: { name: string; address: string } | null
  attachments: readonly { name: string; mime: string; inline: boolean }[]
}

/** The case an e-mail would become. The officer confirms or corrects every field of it. */
export type CaseProposal = {
  /** Null: too little, or too contradictory, to tell. */
  kind: CaseKind | null
  /** The words of the e-mail that led to the kind. */
  because: string[]
  /** Kinds that come close to one another: then none is proposed, and the message may hold two requests. */
  rivals: CaseKind[]
  applicant: Applicant
  /** A file came with the message that may prove the right data. */
  documentsEnclosed: boolean
  /** Domain of the site the person names; empty where none is named. */
  site: string
}

/** Contacts and places stand near the beginning or the end; more is not searched. */
const searched = 50_000

/** Proposes the case an e-mail would become, by the pack's rules. Never fails. */
export function proposeCase(mail: IncomingMail, rules: IntakeRules): CaseProposal {
  const text = mail.text.slice(0, searched)
  return {
    ...proposeKind(mail.subject, text, rules),
    applicant: proposeApplicant(mail, text, rules),
    documentsEnclosed: mail.attachments.some(isDocument),
    site: findSite(`${mail.subject}\n${text}`, rules.sites),
  }
}

function proposeApplicant(mail: IncomingMail, text: string, rules: IntakeRules): Applicant {
  const email = (mail.replyTo ?? mail.from).address
  const name =
    fullerName(findName(text, rules.person), displayName(mail.from.name, rules.person)) ??
    namedByAddress(email)
  return {
    organisation: '',
    ...name,
    iin: findIin(text, rules.person),
    address: findAddress(text, rules.person),
    email,
    phone: findPhone(text, rules.person),
    lang: textLanguage(`${mail.subject}\n${text}`, rules.languageWords),
  }
}

/** What the text says, unless it has initials where the mail program shows the whole name of the same family. */
function fullerName(written: PersonName | null, shown: PersonName | null): PersonName | null {
  const isShort = written !== null && /^(\p{Lu}\.)?$/u.test(written.givenName)
  return isShort && shown?.familyName === written.familyName ? shown : (written ?? shown)
}

/** A case needs a name; until the officer puts the right one in, it is the address. */
function namedByAddress(email: string): PersonName {
  return { familyName: email === '' ? '—' : email.slice(0, limits.name), givenName: '', patronymic: '' }
}

const noDocument = /^(application\/(pkcs7|x-pkcs7|pgp)|text\/(calendar|x-?vcard|vcard))/

/** Not the pictures of a signature, not electronic signatures, cards and invitations. */
function isDocument(file: { mime: string; inline: boolean }): boolean {
  return !file.inline && !noDocument.test(file.mime)
}
