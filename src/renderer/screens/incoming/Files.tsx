import { ActionIcon } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { IncomingFile } from '../../../shared/contract/intake.ts'
import type { IncomingId } from '../../../shared/model/ids.ts'
import { api, ask } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Panel } from '../../ui/Page.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import styles from './Incoming.module.css'

/** What came with a message: told by its bytes, marked where it is dangerous, and never opened here. */
export function Files({ id, files }: { id: IncomingId; files: readonly IncomingFile[] }) {
  const { incoming } = useTexts()
  const save = useSaveFile(
    (index: number) => ask(api.intake.file({ id, index })),
    // Of no case yet, so that nothing would erase a name that tells of somebody.
    (_file, index) => ({ paper: 'messageFile', caseId: null, name: `${id}/${index + 1}` }),
  )
  return (
    <Panel title={incoming.files}>
      {files.length === 0 ? (
        <p className="dimmed" style={{ margin: 0 }}>
          {incoming.noFiles}
        </p>
      ) : (
        <>
          <ul className={styles.files}>
            {files.map((file, index) => (
              <File key={`${file.name}/${index}`} file={file} onSave={() => save.mutate(index)} />
            ))}
          </ul>
          <p className={styles.hint}>{incoming.filesSafe}</p>
        </>
      )}
      <ErrorNotice error={save.error} />
    </Panel>
  )
}

function File({ file, onSave }: { file: IncomingFile; onSave: () => void }) {
  const { incoming, words } = useTexts()
  const { name, size, type, mime, danger, inline } = file
  const facts = [words.fileSize(size), type === '' ? mime : type.toUpperCase()]
  return (
    <li>
      <div>
        <div>{name}</div>
        <div className={styles.facts}>
          {[...facts, ...(inline ? [incoming.inlinePicture] : [])].join(', ')}
        </div>
        {danger ? <Chip tone="late">{incoming.dangers[danger]}</Chip> : null}
      </div>
      <ActionIcon aria-label={incoming.saveFile(name)} title={incoming.saveFile(name)} onClick={onSave}>
        <IconDownload size={18} />
      </ActionIcon>
    </li>
  )
}
