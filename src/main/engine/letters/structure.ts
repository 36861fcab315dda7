import type { Leaf } from './rows.ts'

/** The tree that a screen reader follows, built as the pages are drawn. */
export type Structure = {
  /** Begins marked content of the leaf; the caller ends it. A leaf that goes on on the next page goes on here, too. */
  begin(leaf: Leaf): void
  /** Closes the tree; nothing can be added after. */
  end(): void
}

type Element = PDFKit.PDFStructureElement

export function createStructure(document: PDFKit.PDFDocument): Structure {
  const root = document.struct('Document')
  document.addStructure(root)
  const leaves = new Map<Leaf, Element>()
  const groups = new Map<object, Element>()

  function group(key: object, type: 'L' | 'LI', parent: Element): Element {
    const known = groups.get(key)
    if (known) return known
    const element = document.struct(type)
    parent.add(element)
    groups.set(key, element)
    return element
  }

  function elementOf(leaf: Leaf): Element {
    const known = leaves.get(leaf)
    if (known) return known
    const parent = leaf.item ? group(leaf.item, 'LI', group(leaf.item.list, 'L', root)) : root
    const element = document.struct(leaf.role, leaf.lang === undefined ? {} : { lang: leaf.lang })
    parent.add(element)
    leaves.set(leaf, element)
    return element
  }

  return {
    begin: (leaf) => {
      const element = elementOf(leaf)
      element.add(document.markStructureContent(leaf.role))
    },
    end: () => root.end(),
  }
}
