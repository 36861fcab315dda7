import { partsOf, type DocumentImage, type LetterPart } from '../../../core/letters/document.ts'
import { fitted, type Size } from './images.ts'
import type { Layout } from './layout.ts'
import { column, small } from './page.ts'
import { bold, paragraphIn, plain, whole } from './plain-text.ts'
import { joinRows, keepTogether, lowered, textRows, type Mark, type Row } from './rows.ts'

/** The closing words of each language, then one signature for all. Nothing parts them from what stands above. */
export function signatureRows(layout: Layout): Row[] {
  const { document, fonts, measures } = layout
  const parts = partsOf(document)
  const closings = parts.flatMap((part, index) => {
    const setting = { ...whole, align: 'left', ...measures.body } as const
    const before = index === 0 ? measures.above.closing : 0
    return textRows(
      plain(part.closing),
      { ...setting, leaf: paragraphIn(part.lang, document) },
      before,
      fonts,
    )
  })
  return [...keepTogether(closings), signatureRow(parts, layout)]
}

/** Position, hand and seal, name, all about one middle line. */
function signatureRow(parts: readonly LetterPart[], layout: Layout): Row {
  const { document, measures } = layout
  const columns = [
    ...imageRows(layout),
    joinRows(
      parts.flatMap((part) => positionRows(part, layout)),
      0,
    ),
    joinRows(nameRows(layout), 0),
  ]
  const height = Math.max(...columns.map((each) => each.height))
  const isPlain = !document.signature && !document.stamp
  const marks = columns.flatMap((each) => lowered(each, isPlain ? 0 : (height - each.height) / 2))
  return { before: measures.above.signature, height, breakBefore: false, marks }
}

function positionRows(part: LetterPart, { document, fonts, measures }: Layout): Row[] {
  const setting = {
    x: column.left,
    measure: measures.positionWidth,
    align: 'left',
    ...measures.body,
  } as const
  return textRows(
    plain(part.signatory.position),
    { ...setting, leaf: paragraphIn(part.lang, document) },
    0,
    fonts,
  )
}

function nameRows({ document, fonts, measures }: Layout): Row[] {
  const { positionWidth, signatureGap, signature, body } = measures
  const taken = document.signature ? signature.width + signatureGap : 0
  const measure = column.width - positionWidth - signatureGap - taken
  const x = column.left + column.width - measure
  return textRows(
    bold(document.signatory.name),
    { x, measure, align: 'right', ...body, leaf: { role: 'P' } },
    0,
    fonts,
  )
}

/** The seal lies across the end of the position and the beginning of the signature, as it is put on paper; words stay above it. */
function imageRows({ document, measures }: Layout): Row[] {
  const { positionWidth, signatureGap } = measures
  const middle = column.left + positionWidth
  const rows: Row[] = []
  if (document.stamp) rows.push(imageRow(document.stamp, middle - measures.stamp.width / 2, measures.stamp))
  if (document.signature) rows.push(imageRow(document.signature, middle + signatureGap, measures.signature))
  return rows
}

function imageRow(image: DocumentImage, x: number, box: Size): Row {
  const size = fitted(image, box)
  const mark: Mark = { type: 'image', leaf: { role: 'Figure', alt: image.alt }, image, x, dy: 0, ...size }
  return { before: 0, height: size.height, breakBefore: false, marks: [mark] }
}

/** The executor at the left, the code at the right. */
export function footRow({ document, fonts, measures }: Layout): Row | null {
  const { code } = document
  const setting = { ...whole, align: 'left', ...small } as const
  const lines = partsOf(document).flatMap((part) =>
    part.executor.flatMap((line) =>
      textRows(plain(line), { ...setting, leaf: paragraphIn(part.lang, document) }, 0, fonts),
    ),
  )
  if (lines.length === 0 && !code) return null
  const executor = joinRows(lines, 0)
  if (!code) return { ...executor, before: measures.above.foot }
  const side = measures.codeSide
  const leaf = { role: 'Figure', alt: code.alt } as const
  const x = column.left + column.width - side
  const height = Math.max(executor.height, side)
  const marks = lowered(executor, height - executor.height)
  return {
    before: measures.above.foot,
    height,
    breakBefore: false,
    marks: [...marks, { type: 'code', leaf, x, dy: height - side, side }],
  }
}
