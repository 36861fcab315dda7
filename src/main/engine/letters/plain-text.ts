import type { LetterDocument, TextRun } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import { column } from './page.ts'
import type { Group, Leaf } from './rows.ts'

/** The whole width of the column. */
export const whole = { x: column.left, measure: column.width } as const

export function plain(text: string): TextRun[] {
  return [{ text, style: 'regular' }]
}

export function bold(text: string): TextRun[] {
  return [{ text, style: 'bold' }]
}

/** A paragraph in this language, which is named only where it is not the letter's own. */
export function paragraphIn(lang: Lang, document: LetterDocument): Leaf {
  return lang === document.lang ? { role: 'P' } : { role: 'P', lang }
}

export function inGroup(leaf: Leaf, group: Group | undefined): Leaf {
  return group ? { ...leaf, in: group } : leaf
}

export function groupIn(role: Group['role'], outer: Group | undefined): Group {
  return outer ? { role, in: outer } : { role }
}
