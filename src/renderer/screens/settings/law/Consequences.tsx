import { Button, Group, Table } from '@mantine/core'
import type { Output } from '../../../../shared/contract/index.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useMay } from '../../../ui/May.tsx'
import styles from './Law.module.css'

type Moves = Output<'deadlines.pendingMoves'>

type Props = {
  moves: Moves
  error: unknown
  pending: boolean
  /** `move`: the dates move, too. */
  onApply: (move: boolean) => void
  /** False: the law is in force already, only the dates are left to agree. */
  canKeep: boolean
  onClose: () => void
}

/** Which dates of open cases move, from when to when, before anything is changed. */
export function Consequences({ moves, error, pending, onApply, canKeep, onClose }: Props) {
  const { deadlines, desk } = useTexts()
  const { law } = deadlines
  const mayApply = useMay('deadlines.applyMoves')
  return (
    <Dialog opened onClose={onClose} title={law.preview} size="xl">
      {moves.total === 0 ? <p>{law.previewNone}</p> : <MovesTable moves={moves} />}
      <ErrorNotice error={error} title={law.notApplied} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          {desk.cancel}
        </Button>
        {canKeep && mayApply && moves.total > 0 ? (
          <Button variant="default" loading={pending} onClick={() => onApply(false)}>
            {law.keep}
          </Button>
        ) : null}
        {mayApply ? (
          <Button loading={pending} onClick={() => onApply(true)}>
            {moves.total > 0 ? law.move : law.apply}
          </Button>
        ) : null}
      </Group>
    </Dialog>
  )
}

function MovesTable({ moves: { moves, total } }: { moves: Moves }) {
  const { law } = useTexts().deadlines
  const of = useOf()
  return (
    <>
      <p>{law.previewCount(total)}</p>
      <div className={styles.moves} tabIndex={0} role="region" aria-label={law.preview}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[law.case, law.clock, law.from, law.to].map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map((move) => (
              <Table.Tr key={move.clockId}>
                <Table.Td>{move.caseNumber}</Table.Td>
                <Table.Td>{of(move.title)}</Table.Td>
                <Table.Td>{shortDate(move.from)}</Table.Td>
                <Table.Td>
                  <strong>{shortDate(move.to)}</strong>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {total > moves.length ? <p>{law.andMore(total - moves.length)}</p> : null}
    </>
  )
}
