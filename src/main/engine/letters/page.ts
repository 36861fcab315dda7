/** Points in a millimetre. */
const mm = 72 / 25.4

/** A4; the left margin leaves room for binding into a file. In points. */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 30 * mm,
  right: 15 * mm,
  top: 20 * mm,
  firstTop: 14 * mm,
  bottom: 22 * mm,
  /** Baseline of the page number, from the bottom edge. */
  footer: 12 * mm,
} as const

export const column = { left: page.left, width: page.width - page.left - page.right } as const

/** Sizes, leadings and distances of the text, in points. */
export const type = {
  body: { size: 11, leading: 15.4 },
  title: { size: 12, leading: 16.5 },
  small: { size: 8.5, leading: 11.5 },
  letterheadName: { size: 11, leading: 14.5 },
  letterheadGap: 24,
  numberWidth: 220,
  addresseeWidth: 205,
  positionWidth: 240,
  signatureGap: 40,
  paragraphGap: 6,
  headingGap: 12,
  listIndent: 18,
  dashWidth: 12,
} as const
