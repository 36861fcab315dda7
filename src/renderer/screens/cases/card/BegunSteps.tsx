import { Button, Group } from '@mantine/core'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useCommand } from '../../../ui/command.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { type DialogAction, stepDraftName } from './stepDraft.ts'

/** Steps whose form was half filled when the vault was locked. */
export function BegunSteps({ card, onGoOn }: { card: CaseCard; onGoOn: (action: DialogAction) => void }) {
  const { protection, words } = useTexts()
  const list = useAsk(['drafts', 'list'], () => api.drafts.list({}))
  const drop = useCommand(api.drafts.drop)
  const names = new Set(list.data?.drafts.map(({ name }) => name))
  const actions = card.steps.filter((action): action is DialogAction =>
    names.has(stepDraftName(card.id, action as DialogAction)),
  )
  return actions.map((action) => (
    <Notice key={action} title={protection.keptStep(words.steps[action])}>
      <Group mt="xs" gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onGoOn(action)}>
          {protection.goOn}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => drop.mutate({ name: stepDraftName(card.id, action) })}
        >
          {protection.giveUp}
        </Button>
      </Group>
    </Notice>
  ))
}
