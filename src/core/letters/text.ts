import type { RunStyle } from './document.ts'

/** A piece of a pack's text: words as they are, or a place to fill. */
export type TextPart =
  | { type: 'words'; text: string; style: RunStyle }
  | { type: 'place'; name: string; form: string | null; style: RunStyle }

const part = /\*\*|\{\{([a-zA-Z]+)(?::([a-zA-Z]+))?\}\}/g

/** Reads `**bold**` and `{{name}}` or `{{name:form}}`. Any other brace stays in the words, where `strayBraces` finds it. */
export function parseText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let style: RunStyle = 'regular'
  let end = 0
  for (const match of text.matchAll(part)) {
    if (match.index > end) parts.push({ type: 'words', text: text.slice(end, match.index), style })
    const name = match[1]
    if (name === undefined) style = style === 'bold' ? 'regular' : 'bold'
    else parts.push({ type: 'place', name, form: match[2] ?? null, style })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'words', text: text.slice(end), style })
  return parts
}

/** Names of the places in texts, in the order in which they stand. */
export function placesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    parseText(text).flatMap((part) => (part.type === 'place' ? [part.name] : [])),
  )
}

/** The words around braces that make no place, or null: `{{ name }}`, `{name}`, `{{`. */
export function strayBraces(text: string): string | null {
  const at = text.search(/[{}]/)
  return at < 0 ? null : text.slice(Math.max(0, at - 20), at + 20)
}

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g
const controls = /[^\P{Cc}\n]/gu
const wideSpaces = /[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g
const narrowSpaces = /[\u2007\u202f]/g
/** Format characters (soft hyphens, marks of direction, joiners), variation selectors, the grapheme joiner. */
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f/gu

/**
 * A text typed or pasted by hand, ready for print: composed letters (NFC), `\n` for every line end, plain spaces,
 * and none of the characters that have no look of their own.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(lineEnds, '\n')
    .replace(wideSpaces, ' ')
    .replace(narrowSpaces, '\u00a0')
    .replace(invisible, '')
    .replace(controls, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
}

/** As `printable`, of a stretch within a line: its spaces at the ends belong to the words around it. */
export function printableRun(text: string): string {
  return text
    .normalize('NFC')
    .replace(lineEnds, ' ')
    .replace(wideSpaces, ' ')
    .replace(narrowSpaces, '\u00a0')
    .replace(invisible, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/ {2,}/g, ' ')
}

/** The lines of a text that hold anything. */
export function filledLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
