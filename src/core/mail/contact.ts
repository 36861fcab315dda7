import { limits } from '../../shared/model/case.ts'
import type { PersonSigns } from '../../shared/model/intake.ts'
import { anyOf, compiled } from './signs.ts'

const expressionsOf = compiled((signs) => ({
  iin: new RegExp(
    String.raw`${anyOf(signs.iinLabels)}[^\d\n]{0,25}\n?[^\d\n]{0,5}((?:\d[ \u00a0]?){11}\d)(?!\d)`,
    'iu',
  ),
  phone: new RegExp(String.raw`(?<![\d+])${anyOf(signs.phones)}(?!\d)`, 'iu'),
  afterLabel: new RegExp(String.raw`${anyOf(signs.addressAfter)}\s*([^\n]+)`, 'iu'),
  beforeLabel: new RegExp(anyOf(signs.addressBefore), 'iu'),
  introduction: new RegExp(
    String.raw`^(?:.*?(?<!\p{L}))?${anyOf(signs.self)}\s*,?\s+\p{Lu}\p{L}+(?:[ -]\p{L}+){0,3}\s*,\s*`,
    'iu',
  ),
  numbered: new RegExp(String.raw`^.*${anyOf(signs.iinLabels)}\D{0,5}\d{12}[\s,]*`, 'iu'),
  rest: new RegExp(String.raw`[,;]?\s*${anyOf(signs.addressEnds)}(?!\p{L}).*$`, 'iu'),
}))

/** Twelve digits soon after their label, as text without spaces; empty where none are. */
export function findIin(text: string, signs: PersonSigns): string {
  return expressionsOf(signs).iin.exec(text)?.[1]?.replace(/\D/g, '') ?? ''
}

/** The first Kazakhstan number, mobile or fixed, as typed; empty where none is. */
export function findPhone(text: string, signs: PersonSigns): string {
  return expressionsOf(signs).phone.exec(text)?.[0].replace(/\s+/g, ' ') ?? ''
}

/** The first of the operator's sites that the text names; a mail address at the domain does not name the site. */
export function findSite(text: string, sites: readonly string[]): string {
  const lower = text.toLowerCase()
  const named = sites
    .map((site) => ({ site, at: placeOf(lower, site) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  return named[0]?.site ?? ''
}

function placeOf(lower: string, site: string): number {
  const name = site.replaceAll('.', '\\.')
  return lower.search(
    new RegExp(`(?<![@\\p{L}\\d.-]|@www\\.)(?:www\\.)?${name}(?![\\p{L}\\d-]|\\.[\\p{L}\\d])`, 'u'),
  )
}

const longestSearched = 1_000

/** The postal address a person gives in words, up to the end of the sentence; empty where none is given. */
export function findAddress(text: string, signs: PersonSigns): string {
  const { afterLabel, beforeLabel } = expressionsOf(signs)
  const flat = text.replace(/([^\n.:;!?])\n(?=[\p{Ll}\d])/gu, '$1 ')
  const after = afterLabel.exec(flat)
  if (after) return cutAddress(after[1] ?? '', signs)
  const at = flat.search(beforeLabel)
  return at < 0 ? '' : cutAddress(lineBefore(flat, at, signs), signs)
}

/** «Мен, …, Алматы қ., Абай даңғылы, 5-үй мекенжайында тұрамын»: Kazakh names the address first. */
function lineBefore(text: string, at: number, signs: PersonSigns): string {
  const { introduction, numbered } = expressionsOf(signs)
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - longestSearched), at)
  return line
    .replace(numbered, '')
    .replace(/^.*\p{Ll}{5}[.!?]\s+(?=\p{Lu})/u, '')
    .replace(introduction, '')
}

/** A full stop ends the address unless it ends an abbreviation: «г.», «ул.», «қ.», «к-сі». */
function cutAddress(rest: string, signs: PersonSigns): string {
  const withoutContacts = rest.slice(0, longestSearched).replace(expressionsOf(signs).rest, '')
  const end = /(?<=[\p{L}\d]{4}|\d)\.(?=\s+\p{Lu}|\s*$)|;/u.exec(withoutContacts)
  const address = withoutContacts
    .slice(0, end?.index ?? undefined)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:—–-]+|[\s,]+$/g, '')
    .replace(/(?<=[\p{L}\d]{2})\.$/u, '')
    .slice(0, limits.line)
  return address.includes('@') ? '' : address
}
