import { Button, Group } from '@mantine/core'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { Notice } from '../../ui/Notice.tsx'

/** `name`: of the draft. */
type Form = { name: string; title: string; goOn: () => void }

/** Those of the forms that were half filled when the vault was locked. */
export function Begun({ forms }: { forms: readonly Form[] }) {
  const { protection } = useTexts()
  const list = useAsk(['drafts', 'list'], () => api.drafts.list({}))
  const drop = useCommand(api.drafts.drop)
  const names = new Set<string>(list.data?.drafts.map(({ name }) => name))
  return forms
    .filter(({ name }) => names.has(name))
    .map(({ name, title, goOn }) => (
      <Notice key={name} title={title}>
        <Group mt="xs" gap="xs">
          <Button size="compact-sm" variant="default" onClick={goOn}>
            {protection.goOn}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => drop.mutate({ name })}>
            {protection.giveUp}
          </Button>
        </Group>
      </Notice>
    ))
}
