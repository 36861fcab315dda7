import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { missingFields } from '../../../../core/casework/fields.ts'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Applicant } from '../../../../shared/model/case.ts'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Filled, KeptForm } from '../../drafts/KeptForm.tsx'
import { PersonFields } from '../new/ApplicantFields.tsx'
import { checkApplicant, type DraftErrors } from '../new/draft.ts'
import styles from './CaseCard.module.css'

type Props = { card: CaseCard; onClose: () => void }

export const applicantDraftName = ({ id }: CaseCard): string => `applicant:${id}`

/** Sets right what was taken down wrong of who asks. */
export function CorrectApplicant(props: Props) {
  const { card } = props
  return (
    <KeptForm name={applicantDraftName(card)} about={card.number} blank={card.applicant}>
      {(filled) => <ApplicantForm {...props} {...filled} />}
    </KeptForm>
  )
}

function ApplicantForm({ card, onClose, typed: applicant, change, returned }: Props & Filled<Applicant>) {
  const texts = useTexts()
  const { cases, desk, request } = texts
  const [tried, setTried] = useState(false)
  const save = useCommand(api.cases.correctApplicant)
  const draft = { ...applicant, kind: card.kind }
  const errors: DraftErrors = checkApplicant(draft, texts)
  for (const field of missingFields(card.kind, applicant, card.details))
    errors[field] ??= request.missing[field]
  const submit = () => {
    setTried(true)
    if (Object.keys(errors).length > 0) return focusFirstError()
    if (JSON.stringify(applicant) === JSON.stringify(card.applicant)) return onClose()
    save.mutate(
      { id: card.id, applicant },
      {
        onSuccess: () => {
          say(cases.card.corrected)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={cases.card.correctTitle} size="xl" holdsForm>
      <SubmitForm onSubmit={submit} label={cases.card.correctTitle} className={styles.form}>
        <p className="dimmed">
          {cases.card.correctHint} {card.status === 'inWork' ? cases.card.correctBack : null}
        </p>
        {returned}
        <PersonFields draft={draft} change={change} errors={tried ? errors : {}} />
        <ErrorNotice error={save.error} title={cases.step.notDone} />
        <Group justify="flex-end">
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
