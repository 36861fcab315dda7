import type { LetterDocument, TextRun } from './document.ts'

const wordsOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('')

/** The words of a letter without its head and foot, a block a line, for the search. */
export function plainText({ title, blocks }: Pick<LetterDocument, 'title' | 'blocks'>): string {
  const lines = blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map(wordsOf) : [wordsOf(block.runs)],
  )
  return [title, ...lines].join('\n')
}
