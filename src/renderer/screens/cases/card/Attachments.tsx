import { ActionIcon } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { Attachment } from '../../../../shared/model/attachment.ts'
import { api, ask } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { useSaveFile } from '../../../ui/saveFile.ts'
import styles from './CaseCard.module.css'

export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { cases } = useTexts()
  const save = useSaveFile(
    (id: Attachment['id']) => ask(api.cases.attachment({ id })),
    ({ caseId, name }) => ({ paper: 'attachment', caseId, name }),
  )
  return (
    <Panel title={cases.card.attachments}>
      {attachments.length === 0 ? (
        <p className="dimmed" style={{ margin: 0 }}>
          {cases.card.noAttachments}
        </p>
      ) : (
        <ul className={styles.files}>
          {attachments.map((attachment) => (
            <File key={attachment.id} attachment={attachment} onSave={() => save.mutate(attachment.id)} />
          ))}
        </ul>
      )}
      <ErrorNotice error={save.error} />
    </Panel>
  )
}

function File({ attachment, onSave }: { attachment: Attachment; onSave: () => void }) {
  const { cases, words } = useTexts()
  const { name, size, role, sha256 } = attachment
  return (
    <li>
      <div className={styles.file}>
        <div className={styles.fileName}>{name}</div>
        <div className={styles.fileFacts} title={`SHA-256: ${sha256}`}>
          {words.fileSize(size)}
          {role === 'email' ? `, ${cases.card.theEmail}` : ''}
        </div>
      </div>
      <ActionIcon aria-label={cases.card.saveFile(name)} title={cases.card.saveFile(name)} onClick={onSave}>
        <IconDownload size={18} />
      </ActionIcon>
    </li>
  )
}
