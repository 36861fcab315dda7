import { Radio, Stack } from '@mantine/core'
import { Outcome } from '../../../../shared/model/case.ts'
import { api, useAsk } from '../../../api.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import styles from './CaseCard.module.css'
import { refuses } from './stepDraft.ts'
import { NoteField, type StepFieldsProps } from './StepFields.tsx'

export function DecisionFields({ card, draft, change, errors, today }: StepFieldsProps) {
  const { cases, words } = useTexts()
  const of = useOf()
  const grounds = useAsk(['cases', 'refusalGrounds', card.id], () =>
    api.cases.refusalGrounds({ id: card.id }),
  )
  return (
    <>
      <Radio.Group
        label={cases.step.outcome}
        required
        value={draft.outcome ?? ''}
        onChange={(outcome) => change({ outcome: Outcome.parse(outcome) })}
        error={errors.outcome}
        data-invalid-group={errors.outcome !== undefined}
      >
        <div className={styles.outcomes}>
          {card.outcomes.map((outcome, index) => (
            <Radio
              key={outcome}
              value={outcome}
              label={words.outcomes[outcome]}
              data-autofocus={index === 0}
            />
          ))}
        </div>
      </Radio.Group>
      {refuses(draft.outcome) ? (
        <Radio.Group
          label={cases.step.ground}
          required
          value={draft.refusalGround ?? ''}
          onChange={(refusalGround) => change({ refusalGround })}
          error={errors.refusalGround}
          data-invalid-group={errors.refusalGround !== undefined}
        >
          {/* Further apart than a ground and its basis are. */}
          <Stack gap="sm" mt={4}>
            {(grounds.data?.grounds ?? [])
              .filter(({ fits }) => fits)
              .map(({ id, title, basis }) => (
                <Radio key={id} value={id} label={of(title)} description={of(basis)} />
              ))}
          </Stack>
        </Radio.Group>
      ) : null}
      <DateField
        label={cases.step.decidedOn}
        hint={cases.step.decidedOnHint}
        required
        value={draft.on ?? null}
        onChange={(on) => change({ on })}
        latest={today ?? undefined}
        error={errors.on}
      />
      <NoteField
        label={cases.step.reason}
        hint={cases.step.reasonHint}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
    </>
  )
}
