import { partsOf, textsOf, type LetterDocument, type TextRun } from './document.ts'

const wordsOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('')

/** The words of a letter without its head and foot, a block a line, for the search. */
export function plainText(document: LetterDocument): string {
  return partsOf(document)
    .flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf).map(wordsOf)])
    .join('\n')
}
