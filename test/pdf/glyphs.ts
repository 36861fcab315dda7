import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of marked content: the characters of its glyphs, one after another, and the languages of its element. */
export type Stretch = { tag: string; text: string; langs: string[] }

type Node = { id?: string; lang?: string; children?: Node[] }

/** What the glyphs of a PDF are, with no space that is not one of them: `getTextContent` guesses spaces from distances. */
export async function stretchesOf(pdf: Uint8Array): Promise<Stretch[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const stretches: Stretch[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    stretches.push(...(await stretchesOfPage(await document.getPage(number))))
  await task.destroy()
  return stretches
}

async function stretchesOfPage(page: PDFPageProxy): Promise<Stretch[]> {
  const langs = langsById(await page.getStructTree())
  const { fnArray, argsArray } = await page.getOperatorList()
  const stretches: Stretch[] = []
  fnArray.forEach((operator, index) => {
    const args: unknown[] = argsArray[index] ?? []
    if (operator === OPS.beginMarkedContentProps) {
      const [tag, id] = args
      stretches.push({ tag: String(tag), text: '', langs: langs.get(String(id)) ?? [] })
    }
    const open = stretches.at(-1)
    if (operator === OPS.showText && open) open.text += charactersOf(args[0])
  })
  return stretches
}

/** Between glyphs stand numbers, by which they come nearer or further. */
function charactersOf(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) throw new Error('no glyphs')
  return glyphs
    .map((glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '',
    )
    .join('')
}

/** By the number of a marked content: the languages of the elements that hold it, the outermost first. */
function langsById(node: Node, outer: readonly string[] = []): Map<string, string[]> {
  const langs = node.lang === undefined ? [...outer] : [...outer, node.lang]
  const number = /_mc(\d+)$/.exec(node.id ?? '')?.[1]
  const own: [string, string[]][] = number === undefined ? [] : [[number, langs]]
  return new Map([...own, ...(node.children ?? []).flatMap((child) => [...langsById(child, langs)])])
}

/** The texts of a letter as its glyphs have them; one that goes on on the next page is one text. */
export function textsOfStretches(stretches: readonly Stretch[]): string[] {
  const texts: string[] = []
  for (const { tag, text } of stretches) {
    if (tag === 'Artifact' || text === '') continue
    const before = texts.at(-1)
    if (before?.endsWith(' ')) texts[texts.length - 1] = before + text
    else texts.push(text)
  }
  return texts
}
