import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { CaseId } from '../../../shared/model/ids.ts'
import { api, isRefusal } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Hash } from '../../ui/Hash.tsx'
import styles from './Letters.module.css'
import type { Acceptance } from './useAcceptance.ts'
import type { KeptDraft } from './useKeptDraft.ts'
import type { LetterPreview } from './usePreview.ts'

type Props = {
  caseId: CaseId
  preview: LetterPreview
  acceptance: Acceptance
  missing: readonly string[]
  draft: KeptDraft
}

/** Makes the previewed bytes a letter for ever, after one more look. */
export function Issue({ caseId, preview, acceptance, missing, draft }: Props) {
  const { desk, letters } = useTexts()
  const { go } = useNavigation()
  const [asking, setAsking] = useState(false)
  const issue = useCommand(api.letters.issue)
  const { letter, fresh } = preview

  const confirm = () => {
    if (!letter) return
    draft.pause()
    issue.mutate(
      { sha256: letter.sha256, ...(acceptance.accepted ? { acceptDifferences: true } : {}) },
      {
        onSuccess: ({ id, number }) => {
          say(letters.composer.issued(number))
          go({ screen: 'case', id: caseId, deliver: id })
        },
        onError: (error) => {
          draft.resume()
          setAsking(false)
          if (isRefusal(error, 'letterPreviewStale')) preview.again()
        },
      },
    )
  }
  return (
    <>
      <ErrorNotice error={issue.error} title={letters.composer.notIssued} />
      <div className={styles.issue}>
        <Button disabled={!fresh || !acceptance.free} onClick={() => setAsking(true)}>
          {letters.composer.issue}
        </Button>
        {acceptance.free ? null : <p className={styles.missing}>{letters.parity.blocked}</p>}
        {letter && fresh && acceptance.free ? (
          <p className={styles.missing}>{letters.composer.number(letter.number, shortDate(letter.date))}</p>
        ) : null}
        {missing[0] ? (
          <p className={styles.missing}>{letters.composer.fieldMissing(missing.join(', '))}</p>
        ) : null}
      </div>
      <Dialog
        opened={asking && letter !== null}
        onClose={() => setAsking(false)}
        title={letters.composer.issueTitle(letter?.number ?? '')}
      >
        <p style={{ marginTop: 0 }}>{letters.composer.issueText}</p>
        <Facts facts={[[letters.composer.hash, <Hash key="hash" value={letter?.sha256 ?? ''} />]]} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {desk.cancel}
          </Button>
          <Button data-autofocus loading={issue.isPending} disabled={!fresh} onClick={confirm}>
            {letters.composer.issueConfirm}
          </Button>
        </Group>
      </Dialog>
    </>
  )
}
