import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import type { CaseId } from '../../../../shared/model/ids.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { BulkClose } from './BulkClose.tsx'
import { BulkLetters } from './BulkLetters.tsx'
import { BulkReassign, type Officer } from './BulkReassign.tsx'
import styles from './CaseList.module.css'
import type { Selection } from './selection.ts'

/** What can be done with all selected cases at once, and taken back. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { bulk, register } = useTexts()
  const [asked, setAsked] = useState<'close' | 'letters' | null>(null)
  const [closed, setClosed] = useState<CaseId[]>([])
  const undoClose = useCommand(api.bulk.undoClose)
  const officers = useAsk(['officers', 'list'], () => api.officers.list({}))
  const undoReassign = useCommand(api.bulk.undoReassign)
  const [heir, setHeir] = useState<Officer | null>(null)
  const [undo, setUndo] = useState<Output<'cases.reassign'>['undo']>([])
  const takeBack = () =>
    undoReassign.mutate(
      { assignments: undo },
      {
        onSuccess: ({ undone }) => {
          say(register.undone(undone))
          setUndo([])
        },
      },
    )
  const openAgain = () =>
    undoClose.mutate(
      { ids: closed },
      {
        onSuccess: ({ opened }) => {
          say(bulk.opened(opened))
          setClosed([])
        },
      },
    )
  const done = () => {
    setAsked(null)
    selection.clear()
  }
  if (selection.ids.size === 0 && undo.length === 0 && closed.length === 0) return null
  return (
    <div className={styles.bulk} role="region" aria-label={register.selected(selection.ids.size)}>
      {selection.ids.size > 0 ? (
        <>
          <span role="status">{register.selected(selection.ids.size)}</span>
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default">
                {register.reassign}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(officers.data?.officers ?? [])
                .filter(({ active, role }) => active && role === 'officer')
                .map(({ id, name }) => (
                  <Menu.Item key={id} onClick={() => setHeir({ id, name })}>
                    {name}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
          <Button size="xs" variant="default" onClick={() => setAsked('letters')}>
            {bulk.letters}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked('close')}>
            {bulk.close}
          </Button>
          <Button size="xs" variant="subtle" onClick={selection.clear}>
            {register.clear}
          </Button>
        </>
      ) : null}
      {undo.length > 0 ? (
        <Button size="xs" variant="default" loading={undoReassign.isPending} onClick={takeBack}>
          {register.undo}
        </Button>
      ) : null}
      {closed.length > 0 ? (
        <Button size="xs" variant="default" loading={undoClose.isPending} onClick={openAgain}>
          {bulk.undoClose}
        </Button>
      ) : null}
      <ErrorNotice error={undoReassign.error ?? undoClose.error} />
      {heir ? (
        <BulkReassign
          ids={[...selection.ids]}
          to={heir}
          onGiven={(given) => {
            setUndo(given)
            selection.clear()
          }}
          onClose={() => setHeir(null)}
        />
      ) : null}
      {asked === 'close' ? (
        <BulkClose
          ids={[...selection.ids]}
          onClosed={(ids) => {
            setClosed(ids)
            selection.clear()
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'letters' ? (
        <BulkLetters ids={[...selection.ids]} onDone={done} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  )
}
