import { Button, CloseButton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type DragEvent, useRef } from 'react'
import { useTexts } from '../../../i18n/index.ts'
import type { ReadEmail } from '../../../navigation.ts'
import { warn } from '../../../ui/command.ts'
import { sortFiles } from './draft.ts'
import styles from './NewCase.module.css'

type Props = {
  files: readonly File[]
  onChange: (files: readonly File[]) => void
  /** Those of the e-mail: they come along by themselves. */
  emailAttachments: ReadEmail['attachments']
}

export function AttachmentsField({ files, onChange, emailAttachments }: Props) {
  const { cases, words } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const add = (added: readonly File[]) => {
    const { fit, tooLarge } = sortFiles(added)
    for (const file of tooLarge) warn(cases.form.fileTooLarge(file.name))
    if (fit.length > 0) onChange([...files, ...fit])
  }
  // React's events bubble through the tree first; the window's drop zone sees that this one is taken.
  const drop = (event: DragEvent) => {
    event.preventDefault()
    add([...event.dataTransfer.files])
  }
  return (
    <div className={styles.attachments} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <div className={styles.attachmentsHead}>
        <span className={styles.label}>{cases.form.attachments}</span>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPaperclip size={16} />}
          onClick={() => input.current?.click()}
        >
          {cases.form.addFiles}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={cases.form.addFiles}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <ul className={styles.files}>
        {emailAttachments.map((attachment, index) => (
          <li key={`${attachment.name}/${index}`}>
            <span className={styles.fileName}>{attachment.name}</span>
            <span className="dimmed">
              {words.fileSize(attachment.size)}, {cases.form.fromLetter}
            </span>
          </li>
        ))}
        {files.map((file, index) => (
          <li key={`${file.name}/${index}`}>
            <span className={styles.fileName}>{file.name}</span>
            <span className="dimmed">{words.fileSize(file.size)}</span>
            <CloseButton
              size="sm"
              aria-label={cases.form.removeFile(file.name)}
              onClick={() => onChange(files.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{cases.form.filesHint}</p>
    </div>
  )
}
