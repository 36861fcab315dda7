import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { CaseId } from '../../../shared/model/ids.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import styles from './Letters.module.css'
import type { KeptDraft } from './useKeptDraft.ts'

type Props = { draft: KeptDraft; caseId: CaseId; onDropped: () => void }

/** Whether the letter is kept as it stands, and the way back to the one that is proposed. */
export function DraftState({ draft, caseId, onDropped }: Props) {
  const { desk, letters } = useTexts()
  const [asking, setAsking] = useState(false)
  const drop = useCommand(api.letters.dropDraft)
  if (draft.state === 'none') return null
  const confirm = () => {
    draft.pause()
    drop.mutate({ caseId }, { onSuccess: onDropped, onError: draft.resume })
  }
  return (
    <div className={styles.draft}>
      <span className={styles.letterNumber}>
        {draft.state === 'pending' ? letters.draft.pending : letters.draft.kept}
      </span>
      <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
        {letters.draft.drop}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={letters.draft.dropTitle}>
        <p style={{ marginTop: 0 }}>{letters.draft.dropText}</p>
        <ErrorNotice error={drop.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            {desk.cancel}
          </Button>
          <Button data-autofocus loading={drop.isPending} onClick={confirm}>
            {letters.draft.drop}
          </Button>
        </Group>
      </Dialog>
    </div>
  )
}
