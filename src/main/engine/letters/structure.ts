import type { Group, Leaf } from './rows.ts'

/** Where a figure stands on its page: left, top, right, bottom, in points from the top left corner. */
export type Box = [number, number, number, number]

/** The tree that a screen reader follows, built as the pages are drawn. */
export type Structure = {
  /** Begins marked content of the leaf; the caller ends it. A leaf that goes on on the next page goes on here, too. */
  begin(leaf: Leaf, box?: Box): void
  /** Closes the tree; nothing can be added after. */
  end(): void
}

type Element = PDFKit.PDFStructureElement
/** The part of pdfkit 0.20.2 that its types leave out. */
type Options = PDFKit.Mixins.StructureElementOptions & { bbox?: Box; scope?: 'Column' }

export function createStructure(document: PDFKit.PDFDocument): Structure {
  const root = document.struct('Document')
  document.addStructure(root)
  const known = new Map<Leaf | Group, Element>()

  function elementOf(node: Leaf | Group, box?: Box): Element {
    const found = known.get(node)
    if (found) return found
    const parent = node.in ? elementOf(node.in) : root
    const element = document.struct(node.role, optionsOf(node, box))
    parent.add(element)
    known.set(node, element)
    return element
  }

  return {
    begin: (leaf, box) => {
      const element = elementOf(leaf, box)
      element.add(document.markStructureContent(leaf.role))
    },
    end: () => root.end(),
  }
}

function optionsOf(node: Leaf | Group, box: Box | undefined): Options {
  const options: Options = {}
  if (node.lang) options.lang = node.lang
  if ('alt' in node && node.alt !== undefined) options.alt = node.alt
  if (node.role === 'TH') options.scope = 'Column'
  if (box) options.bbox = box
  return options
}
