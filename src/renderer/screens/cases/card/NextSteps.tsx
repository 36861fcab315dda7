import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { StepAction } from '../../../../shared/model/case.ts'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Panel } from '../../../ui/Page.tsx'
import styles from './CaseCard.module.css'
import { StepDialog } from './StepDialog.tsx'
import { BegunSteps } from './BegunSteps.tsx'
import type { DialogAction } from './stepDraft.ts'

/** Steps on the main way: the first of them stands out, the others stand beside it. */
const onTheWay: readonly StepAction[] = ['takeUp', 'verifyIdentity', 'decide', 'execute', 'answer', 'close']

/** Steps that the officer seldom takes: they stand apart. */
const seldom: readonly StepAction[] = ['proceedUnverified', 'reopen', 'annul', 'handToCourt']

/** A refusal, in whole or in part, is what a claim grows from. */
function mayGrowClaim({ kind, outcome, status }: CaseCard): boolean {
  const isAnswered = status === 'answered' || status === 'closed'
  return isAnswered && kind !== 'claim' && (outcome === 'refused' || outcome === 'partly')
}

export function NextSteps({ card, onAnswer }: { card: CaseCard; onAnswer: () => void }) {
  const { audit, cases, relations, words } = useTexts()
  const { go } = useNavigation()
  const [asking, setAsking] = useState<DialogAction | null>(null)
  const take = useCommand(api.cases.take)
  const main = card.steps.find((action) => onTheWay.includes(action))
  // Whether the identity was confirmed is told in one and the same dialog.
  const steps = card.steps.filter((action) => action !== 'failVerification')

  const start = (action: StepAction) => {
    if (action === 'answer') return onAnswer()
    if (action === 'takeUp') {
      return take.mutate({ id: card.id, step: { action } }, { onSuccess: () => say(audit.actions.takenUp) })
    }
    if (action !== 'failVerification') setAsking(action)
  }
  return (
    <Panel title={cases.card.next}>
      {asking ? null : <BegunSteps card={card} onGoOn={setAsking} />}
      {card.steps.includes('answer') ? <p className={styles.hint}>{cases.card.nextAnswer}</p> : null}
      {card.status === 'closed' ? <p className={styles.hint}>{cases.card.nothingNext}</p> : null}
      <div className={styles.steps}>
        {steps
          .filter((action) => !seldom.includes(action))
          .map((action) => (
            <Button
              key={action}
              variant={action === main ? 'filled' : 'default'}
              loading={action === 'takeUp' && take.isPending}
              onClick={() => start(action)}
            >
              {words.steps[action]}
            </Button>
          ))}
      </div>
      <div className={`${styles.steps} ${styles.rare}`}>
        {steps
          .filter((action) => seldom.includes(action))
          .map((action) => (
            <Button key={action} size="compact-sm" variant="subtle" onClick={() => start(action)}>
              {words.steps[action]}
            </Button>
          ))}
        {mayGrowClaim(card) ? (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => go({ screen: 'newCase', email: null, claimOver: card })}
          >
            {relations.claimFrom}
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={take.error} title={cases.step.notDone} />
      {asking ? <StepDialog card={card} action={asking} onClose={() => setAsking(null)} /> : null}
    </Panel>
  )
}
