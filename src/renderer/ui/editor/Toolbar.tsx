import { ActionIcon } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconHeading,
  IconItalic,
  IconList,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTexts } from '../../i18n/index.ts'
import styles from './TextEditor.module.css'

type Tool = {
  label: string
  icon: TablerIcon
  pressed?: boolean
  disabled?: boolean
  run: (chain: ChainedCommands) => ChainedCommands
}

/** What can be made of the text; rows and columns only where the cursor stands in a table. */
export function Toolbar({ editor, label }: { editor: Editor; label: string }) {
  const { letters } = useTexts()
  const texts = letters.editor
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading'),
      list: now.isActive('bulletList'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
      editable: now.isEditable,
    }),
  })
  const ofText: Tool[] = [
    { label: texts.bold, icon: IconBold, pressed: state.bold, run: (chain) => chain.toggleBold() },
    { label: texts.italic, icon: IconItalic, pressed: state.italic, run: (chain) => chain.toggleItalic() },
    {
      label: texts.heading,
      icon: IconHeading,
      pressed: state.heading,
      disabled: state.table || state.list,
      run: (chain) => chain.toggleHeading({ level: 2 }),
    },
    {
      label: texts.list,
      icon: IconList,
      pressed: state.list,
      disabled: state.table,
      run: (chain) => chain.toggleBulletList(),
    },
    {
      label: texts.table,
      icon: IconTable,
      disabled: state.table || state.list,
      run: (chain) => chain.insertTable({ rows: 2, cols: 2, withHeaderRow: true }),
    },
  ]
  const ofTable: Tool[] = [
    { label: texts.addRow, icon: IconRowInsertBottom, run: (chain) => chain.addRowAfter() },
    { label: texts.removeRow, icon: IconRowRemove, run: (chain) => chain.deleteRow() },
    { label: texts.addColumn, icon: IconColumnInsertRight, run: (chain) => chain.addColumnAfter() },
    { label: texts.removeColumn, icon: IconColumnRemove, run: (chain) => chain.deleteColumn() },
    { label: texts.removeTable, icon: IconTableOff, run: (chain) => chain.deleteTable() },
  ]
  const ofHistory: Tool[] = [
    { label: texts.undo, icon: IconArrowBackUp, disabled: !state.undo, run: (chain) => chain.undo() },
    { label: texts.redo, icon: IconArrowForwardUp, disabled: !state.redo, run: (chain) => chain.redo() },
  ]
  return (
    <div className={styles.toolbar} role="group" aria-label={texts.toolbar(label)}>
      {[...ofText, ...ofHistory, ...(state.table ? ofTable : [])].map((tool) => (
        <ToolButton key={tool.label} tool={tool} editor={editor} editable={state.editable} />
      ))}
    </div>
  )
}

function ToolButton({ tool, editor, editable }: { tool: Tool; editor: Editor; editable: boolean }) {
  const { label, icon: Icon, pressed, disabled = false, run } = tool
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      disabled={disabled || !editable}
      variant={pressed ? 'light' : 'subtle'}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => run(editor.chain().focus()).run()}
    >
      <Icon size={18} />
    </ActionIcon>
  )
}
