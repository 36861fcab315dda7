import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { api, errorOf, useAsk } from '../../../api.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Filled, KeptForm } from '../../drafts/KeptForm.tsx'
import styles from './CaseCard.module.css'
import { DecisionFields } from './DecisionFields.tsx'
import { DatedFields, ReasonFields, VerificationFields } from './StepFields.tsx'
import {
  checkStep,
  deedOf,
  type DialogAction,
  emptyStep,
  isReasoned,
  type StepDraft,
  stepDraftName,
  toStep,
} from './stepDraft.ts'

/** What the engine says against the day of a step, for the field. */
function dateRefusal(thrown: unknown, { errors }: Texts): string | null {
  if (!thrown) return null
  const error = errorOf(thrown)
  if (error.code === 'dateInFuture') return errors.dateInFuture(error.details).what
  if (error.code === 'dateTooEarly') return errors.dateTooEarly(error.details).what
  return null
}

type Props = { card: CaseCard; action: DialogAction; onClose: () => void }

/** The small form of one step, as it was left where the vault was locked over it. */
export function StepDialog(props: Props) {
  const { card, action } = props
  return (
    <KeptForm name={stepDraftName(card.id, action)} about={card.number} blank={emptyStep()}>
      {(filled) => <StepForm {...props} {...filled} />}
    </KeptForm>
  )
}

/** What was typed stays when the step is refused. */
function StepForm({ card, action, onClose, typed, change, returned }: Props & Filled<StepDraft>) {
  const texts = useTexts()
  const { audit, cases, desk, words } = texts
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const today = summary.data?.today ?? null
  const [tried, setTried] = useState(false)
  const take = useCommand(api.cases.take)

  const draft = typed.on === undefined ? { ...typed, on: today } : typed
  const errors = checkStep(action, draft, card, texts)
  const refusedOn = dateRefusal(take.error, texts)
  const shown = tried ? { ...errors, ...(refusedOn ? { on: refusedOn } : {}) } : {}
  const submit = () => {
    setTried(true)
    const step = toStep(action, draft, card)
    if (!step || Object.keys(errors).length > 0) return focusFirstError()
    take.mutate(
      { id: card.id, step },
      {
        onError: (error) => {
          if (dateRefusal(error, texts)) focusFirstError()
        },
        onSuccess: () => {
          say(audit.actions[deedOf[step.action]])
          onClose()
        },
      },
    )
  }
  const fields = { action, card, draft, change, errors: shown, today }

  return (
    <Dialog opened onClose={onClose} title={words.steps[action]} size="lg" holdsForm>
      <SubmitForm onSubmit={submit} label={words.steps[action]} className={styles.form}>
        {returned}
        {action === 'verifyIdentity' ? <VerificationFields {...fields} /> : null}
        {action === 'decide' ? <DecisionFields {...fields} /> : null}
        {isReasoned(action) ? <ReasonFields {...fields} /> : null}
        <DatedFields {...fields} />
        <ErrorNotice error={take.error} title={cases.step.notDone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={take.isPending}>
            {action === 'close' ? words.steps.close : cases.step.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
