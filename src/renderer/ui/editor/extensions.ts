import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Gapcursor, UndoRedo } from '@tiptap/extensions'

/** A table without widths of its own: Tiptap would write them as styles, which are the page's alone. */
const PlainTable = Table.extend({
  addAttributes() {
    return { columns: { default: null, rendered: false } }
  },
  renderHTML: () => ['table', ['tbody', 0]],
})

/** All that the text of a letter may be; whatever else is pasted comes down to it. */
export const extensions: Extensions = [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [2] }),
  // A letter has one face for a word: bold or italic.
  Bold.extend({ excludes: '_' }),
  Italic.extend({ excludes: '_' }),
  BulletList,
  ListItem.extend({ content: 'paragraph' }),
  ListKeymap,
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: 'paragraph' }),
  TableCell.extend({ content: 'paragraph' }),
  Gapcursor,
  UndoRedo,
]
