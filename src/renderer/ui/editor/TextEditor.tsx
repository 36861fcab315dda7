import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LetterBody } from '../../../shared/model/letter-body.ts'
import { bodyOf, docOf } from './convert.ts'
import { extensions } from './extensions.ts'
import styles from './TextEditor.module.css'
import { Toolbar } from './Toolbar.tsx'

type Props = {
  label: string
  lang: Lang
  /** The text as the officer has it; null: nobody changed the proposed one. */
  body: LetterBody | null
  /** What is proposed; null while it is not known. It is taken over as long as nobody changed it. */
  proposed: LetterBody | null
  onChange: (body: LetterBody) => void
  /** Stands at the end of the toolbar. */
  aside?: ReactNode
}

const same = (one: LetterBody, other: LetterBody): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The text of a letter, edited as rich text within what a letter can be: paragraphs, headings, lists, tables, bold, italic. */
export function TextEditor({ label, lang, body, proposed, onChange, aside }: Props) {
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  const editor = useEditor({
    extensions,
    content: docOf(body ?? proposed ?? []),
    injectCSS: false,
    editorProps: {
      attributes: {
        class: styles.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang,
      },
    },
    onUpdate: ({ editor: changed }) => change.current(bodyOf(changed.getJSON())),
  })

  const wasEdited = useRef(body !== null)
  const editable = body !== null || proposed !== null
  useEffect(() => {
    editor.setEditable(editable, false)
  }, [editor, editable])
  useEffect(() => {
    if (body !== null || proposed === null || same(proposed, bodyOf(editor.getJSON()))) return
    const proposal = editor.chain().setContent(docOf(proposed), { emitUpdate: false })
    // Only the officer's own way back to the proposed text can be undone by the keys.
    if (wasEdited.current) proposal.run()
    else proposal.setMeta('addToHistory', false).run()
    wasEdited.current = false
  }, [editor, body, proposed])
  useEffect(() => {
    if (body !== null) wasEdited.current = true
  }, [body])

  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <Toolbar editor={editor} label={label} />
        {aside}
      </div>
      <EditorContent editor={editor} />
    </div>
  )
}
