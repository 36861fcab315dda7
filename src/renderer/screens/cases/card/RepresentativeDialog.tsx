import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Filled, KeptForm } from '../../drafts/KeptForm.tsx'
import { RepresentativeFields } from '../new/RepresentativeFields.tsx'
import {
  checkRepresentative,
  noRepresentative,
  type RepresentativeDraft,
  toRepresentative,
} from '../new/representativeDraft.ts'
import styles from './CaseCard.module.css'

type Props = { card: CaseCard; onClose: () => void }

export const representativeDraftName = ({ id }: CaseCard): string => `representative:${id}`

/** Records who acts for the applicant once it is known, renewed or over. */
export function RepresentativeDialog(props: Props) {
  const { card } = props
  const blank: RepresentativeDraft = card.representative ?? noRepresentative
  return (
    <KeptForm name={representativeDraftName(card)} about={card.number} blank={blank}>
      {(filled) => <RepresentativeForm {...props} {...filled} />}
    </KeptForm>
  )
}

function RepresentativeForm({ card, onClose, typed, change, returned }: Props & Filled<RepresentativeDraft>) {
  const texts = useTexts()
  const { cases, desk, request } = texts
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const [tried, setTried] = useState(false)
  const save = useCommand(api.cases.setRepresentative)
  const store = (representative: CaseCard['representative'], message: string) =>
    save.mutate(
      { id: card.id, representative },
      {
        onSuccess: () => {
          say(message)
          onClose()
        },
      },
    )
  const submit = () => {
    setTried(true)
    const representative = toRepresentative(typed)
    if (!representative) return focusFirstError()
    store(representative, request.representativeSaved)
  }
  if (!summary.data) return null
  return (
    <Dialog opened onClose={onClose} title={request.representativeTitle} size="xl" holdsForm>
      <SubmitForm onSubmit={submit} label={request.representativeTitle} className={styles.form}>
        {returned}
        <RepresentativeFields
          draft={typed}
          change={change}
          today={summary.data.today}
          error={tried ? checkRepresentative(typed, texts) : undefined}
        />
        <ErrorNotice error={save.error} title={cases.step.notDone} />
        <Group justify="flex-end">
          {card.representative ? (
            <Button variant="subtle" onClick={() => store(null, request.representativeRemoved)}>
              {request.removeRepresentative}
            </Button>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {cases.step.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
