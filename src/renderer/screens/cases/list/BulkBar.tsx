import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import styles from './CaseList.module.css'
import type { Selection } from './selection.ts'

/** What can be done with all selected cases at once, and taken back. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { register } = useTexts()
  const officers = useAsk(['officers', 'list'], () => api.officers.list({}))
  const reassign = useCommand(api.cases.reassign)
  const [undo, setUndo] = useState<Output<'cases.reassign'>['undo']>([])
  const give = (assigneeId: number) => {
    const assignments = [...selection.ids].map((id) => ({ id, assigneeId }))
    reassign.mutate(
      { assignments },
      {
        onSuccess: (done) => {
          say(register.reassigned(assignments.length))
          setUndo(done.undo)
          selection.clear()
        },
      },
    )
  }
  const takeBack = () =>
    reassign.mutate(
      { assignments: undo },
      {
        onSuccess: () => {
          say(register.undone)
          setUndo([])
        },
      },
    )
  if (selection.ids.size === 0 && undo.length === 0) return null
  return (
    <div className={styles.bulk} role="region" aria-label={register.selected(selection.ids.size)}>
      {selection.ids.size > 0 ? (
        <>
          <span role="status">{register.selected(selection.ids.size)}</span>
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" loading={reassign.isPending}>
                {register.reassign}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(officers.data?.officers ?? [])
                .filter(({ active }) => active)
                .map(({ id, name }) => (
                  <Menu.Item key={id} onClick={() => give(id)}>
                    {name}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
          <Button size="xs" variant="subtle" onClick={selection.clear}>
            {register.clear}
          </Button>
        </>
      ) : (
        <Button size="xs" variant="default" loading={reassign.isPending} onClick={takeBack}>
          {register.undo}
        </Button>
      )}
      <ErrorNotice error={reassign.error} />
    </div>
  )
}
