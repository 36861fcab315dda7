import type { JSONContent } from '@tiptap/core'
import type { BodyBlock, LetterBody } from '../../../shared/model/letter-body.ts'

type Paragraph = Extract<BodyBlock, { type: 'paragraph' }>
type Table = Extract<BodyBlock, { type: 'table' }>
type Run = Paragraph['runs'][number]
type Column = Table['columns'][number]

/** The text of a letter as the editor holds it. */
export function docOf(body: LetterBody): JSONContent {
  const content = body.map(nodeOf).filter((node) => node.content?.length !== 0 || node.type === 'paragraph')
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

function nodeOf(block: BodyBlock): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', content: inlineOf(block.runs) }
    case 'heading':
      return { type: 'heading', attrs: { level: 2 }, content: inlineOf(block.runs) }
    case 'list':
      return {
        type: 'bulletList',
        content: block.items.map((runs) => ({ type: 'listItem', content: [paragraphOf(runs)] })),
      }
    case 'table':
      return {
        type: 'table',
        attrs: { columns: block.columns },
        content: [rowOf(block.header, 'tableHeader'), ...block.rows.map((row) => rowOf(row, 'tableCell'))],
      }
  }
}

const paragraphOf = (runs: readonly Run[]): JSONContent => ({ type: 'paragraph', content: inlineOf(runs) })

function rowOf(cells: readonly (readonly Run[])[], type: 'tableHeader' | 'tableCell'): JSONContent {
  return { type: 'tableRow', content: cells.map((runs) => ({ type, content: [paragraphOf(runs)] })) }
}

/** An editor knows no empty text. */
function inlineOf(runs: readonly Run[]): JSONContent[] {
  return runs
    .filter(({ text }) => text !== '')
    .map(({ text, style }) => ({
      type: 'text',
      text,
      ...(style === 'regular' ? {} : { marks: [{ type: style }] }),
    }))
}

/** What the editor holds as the text of a letter: its first row is the header of a table, and no cell spans others. */
export function bodyOf(doc: JSONContent): LetterBody {
  return (doc.content ?? []).flatMap((node): LetterBody => {
    switch (node.type ?? '') {
      case 'paragraph':
        return [{ type: 'paragraph', runs: runsOf(node) }]
      case 'heading':
        return [{ type: 'heading', runs: runsOf(node) }]
      case 'bulletList':
        return [{ type: 'list', items: (node.content ?? []).map(runsOf) }]
      case 'table':
        return [tableOf(node)]
      default:
        return []
    }
  })
}

function tableOf(node: JSONContent): Table {
  const rows = (node.content ?? []).map((row) => (row.content ?? []).flatMap(cellsOf))
  const width = Math.max(1, ...rows.map((cells) => cells.length))
  const [header = [], ...rest] = rows.map((cells) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, (): Run[] => []),
  ])
  return { type: 'table', columns: columnsOf(node, width), header, rows: rest }
}

/** The widths a table came with hold until a column is added or taken out. */
function columnsOf(node: JSONContent, width: number): Column[] {
  const known = node.attrs?.['columns'] as Column[] | null | undefined
  if (known?.length === width) return known
  return Array.from({ length: width }, () => ({ share: 1, align: 'left' }))
}

/** A cell pasted over several columns is followed by empty ones. */
function cellsOf(cell: JSONContent): Run[][] {
  const span = Number(cell.attrs?.['colspan'] ?? 1)
  return [runsOf(cell), ...Array.from({ length: span - 1 }, (): Run[] => [])]
}

/** All text below a node, paragraph after paragraph. */
function runsOf(node: JSONContent): Run[] {
  return (node.content ?? []).flatMap((child): Run[] => {
    if (child.type !== 'text') return runsOf(child)
    const style = child.marks?.[0]?.type
    return [{ text: child.text ?? '', style: style === 'bold' || style === 'italic' ? style : 'regular' }]
  })
}
