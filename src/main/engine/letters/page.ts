/** Points in a millimetre. */
const mm = 72 / 25.4

/** A sheet of paper and its margins, in points. */
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly firstTop: number
  readonly bottom: number
  /** Baseline of the page number, from the bottom edge. */
  readonly footer: number
}

/** A4; the left margin leaves room for binding into a file. */
export const page: Sheet = {
  width: 210 * mm,
  height: 297 * mm,
  left: 30 * mm,
  right: 15 * mm,
  top: 20 * mm,
  firstTop: 14 * mm,
  bottom: 22 * mm,
  footer: 12 * mm,
}

/** A4 on its side, bound at its upper edge. */
export const landscape: Sheet = {
  width: page.height,
  height: page.width,
  left: 15 * mm,
  right: 15 * mm,
  top: 25 * mm,
  firstTop: 25 * mm,
  bottom: 20 * mm,
  footer: 11 * mm,
}

export type Column = { readonly left: number; readonly width: number }

export function columnOf(sheet: Sheet): Column {
  return { left: sheet.left, width: sheet.width - sheet.left - sheet.right }
}

export const column = columnOf(page)

/** Sizes, leadings and distances, in points. */
export type Measures = {
  body: TypeSize
  title: TypeSize
  letterheadName: TypeSize
  letterheadGap: number
  numberWidth: number
  addresseeWidth: number
  positionWidth: number
  signatureGap: number
  listIndent: number
  dashWidth: number
  table: TypeSize
  cellPadding: number
  /** The room that a picture may fill. */
  logo: { width: number; height: number }
  logoGap: number
  signature: { width: number; height: number }
  stamp: { width: number; height: number }
  codeSide: number
  /** Space above each part of the letter. */
  above: Record<
    | 'opening'
    | 'between'
    | 'title'
    | 'salutation'
    | 'paragraph'
    | 'heading'
    | 'list'
    | 'item'
    | 'table'
    | 'closing'
    | 'signature'
    | 'foot',
    number
  >
}
export type TypeSize = { size: number; leading: number }

/** Letterhead, executor and page number. */
export const small: TypeSize = { size: 8.5, leading: 11.5 }

export const roomy: Measures = {
  body: { size: 10.5, leading: 14.8 },
  title: { size: 12, leading: 16.5 },
  letterheadName: { size: 11, leading: 14.5 },
  letterheadGap: 24,
  numberWidth: 250,
  addresseeWidth: 200,
  positionWidth: 240,
  signatureGap: 24,
  listIndent: 18,
  dashWidth: 12,
  table: { size: 9.5, leading: 12.6 },
  cellPadding: 4,
  logo: { width: 26 * mm, height: 20 * mm },
  logoGap: 12,
  signature: { width: 36 * mm, height: 16 * mm },
  stamp: { width: 36 * mm, height: 36 * mm },
  codeSide: 22 * mm,
  above: {
    opening: 16,
    between: 6,
    title: 24,
    salutation: 12,
    paragraph: 6,
    heading: 12,
    list: 4,
    item: 2.5,
    table: 8,
    closing: 22,
    signature: 12,
    foot: 24,
  },
}

/** For a letter that would only just run over to another page. */
export const tight: Measures = {
  ...roomy,
  body: { size: 10.5, leading: 13.6 },
  above: {
    opening: 13,
    between: 6,
    title: 17,
    salutation: 9,
    paragraph: 4.5,
    heading: 8.5,
    list: 3,
    item: 1.5,
    table: 6,
    closing: 16,
    signature: 10,
    foot: 18,
  },
}
