import type { DocumentBlock, TextRun } from './document.ts'
import { printableRun } from './text.ts'

/** The officer's own text ready for print: no unseen characters, no empty paragraph or item. Braces are words like any others. */
export function cleanBody(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.flatMap((block): DocumentBlock[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const runs = cleanRuns(block.runs)
        return isBlank(runs) ? [] : [{ type: block.type, runs }]
      }
      case 'list': {
        const items = block.items.map(cleanRuns).filter((runs) => !isBlank(runs))
        return items.length === 0 ? [] : [{ type: 'list', items }]
      }
      case 'table':
        return [
          {
            ...block,
            header: block.header.map(cleanRuns),
            rows: block.rows.map((row) => row.map(cleanRuns)),
          },
        ]
    }
  })
}

/** Neighbours of one style are one run, so that the same words are the same blocks however they were typed. */
function cleanRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const { text, style } of runs) {
    const before = joined.at(-1)
    const shown = printableRun(text)
    if (before?.style === style) before.text += shown
    else if (shown !== '') joined.push({ text: shown, style })
  }
  return joined
}

const isBlank = (runs: readonly TextRun[]): boolean => runs.every(({ text }) => text.trim() === '')
