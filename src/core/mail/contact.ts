import { limits } from '../../shared/model/case.ts'

/** Twelve digits soon after ИИН or ЖСН (RU, KK), as text without spaces; empty where none are. */
export function findIin(text: string): string {
  const match = /(?:ИИН|ЖСН)[^\d\n]{0,25}\n?[^\d\n]{0,5}((?:\d[ \u00a0]?){11}\d)(?!\d)/i.exec(text)
  return match?.[1]?.replace(/\D/g, '') ?? ''
}

/** The first Kazakhstan number, mobile or fixed, as typed; empty where none is. */
export function findPhone(text: string): string {
  const match =
    /(?<![\d+])(?:\+7|8)[\s\u00a0(-]{0,3}7\d{2}[\s\u00a0)-]{0,3}\d{3}[\s\u00a0-]?\d{2}[\s\u00a0-]?\d{2}(?!\d)/.exec(
      text,
    )
  return match?.[0].replace(/\s+/g, ' ') ?? ''
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

const afterLabel =
  /(?:прожива(?:ю|ющ\p{L}+)|зарегистрирован\p{L}*)[^:\n]{0,30}?по\s+адресу\s*[:—–-]?\s*([^\n]+)|(?<!\p{L})(?:(?:почтовый\s+|домашний\s+)?адрес(?:\s+(?:проживания|для\s+ответа))?|(?:тұрғылықты\s+|тұратын\s+|пошталық\s+)?мекен-?\s?жайым?(?:ыз)?ы?)\s*[:—–]\s*([^\n]+)/iu
const beforeLabel = /мекен-?\s?жайы(?:м)?(?:нда|\s+бойынша)\s+тұр/iu
const introduction = /^(?:.*?(?<!\p{L}))?(?:мен|я)\s*,?\s+\p{Lu}\p{L}+(?:[ -]\p{L}+){0,3}\s*,\s*/iu
const longestSearched = 1_000

/** The postal address a person gives in words, up to the end of the sentence; empty where none is given. */
export function findAddress(text: string): string {
  const flat = text.replace(/([^\n.:;!?])\n(?=[\p{Ll}\d])/gu, '$1 ')
  const after = afterLabel.exec(flat)
  if (after) return cutAddress(after[1] ?? after[2] ?? '')
  const at = flat.search(beforeLabel)
  return at < 0 ? '' : cutAddress(lineBefore(flat, at).replace(introduction, ''))
}

/** «Мен, …, Алматы қ., Абай даңғылы, 5-үй мекенжайында тұрамын»: Kazakh names the address first. */
function lineBefore(text: string, at: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - longestSearched), at)
  return line.replace(/^.*ЖСН\D{0,5}\d{12}[\s,]*/iu, '').replace(/^.*\p{Ll}{5}[.!?]\s+(?=\p{Lu})/u, '')
}

/** A full stop ends the address unless it ends an abbreviation: «г.», «ул.», «қ.», «к-сі». */
function cutAddress(rest: string): string {
  const withoutContacts = rest
    .slice(0, longestSearched)
    .replace(/[,;]?\s*(?:ИИН|ЖСН|тел(?:ефон)?|моб|ұялы|e-?mail|эл\. ?почта)(?!\p{L}).*$/iu, '')
  const end = /(?<=[\p{L}\d]{4}|\d)\.(?=\s+\p{Lu}|\s*$)|;/u.exec(withoutContacts)
  const address = withoutContacts
    .slice(0, end?.index ?? undefined)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:—–-]+|[\s,]+$/g, '')
    .replace(/(?<=[\p{L}\d]{2})\.$/u, '')
    .slice(0, limits.line)
  return address.includes('@') ? '' : address
}
