import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { DueCase } from '../../../shared/contract/retention.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { May } from '../../ui/May.tsx'
import mail from '../mail/Mail.module.css'
import { ReleaseDialog } from './ReleaseDialog.tsx'

type Props = {
  due: readonly DueCase[]
  chosen: ReadonlySet<CaseId>
  onChoose: (chosen: ReadonlySet<CaseId>) => void
}

/** Cases whose term has passed; those that are held can't be chosen. */
export function DueTable({ due, chosen, onChoose }: Props) {
  const { retention } = useTexts()
  const [released, setReleased] = useState<DueCase | null>(null)
  const free = due.filter(({ hold }) => hold === null)
  const all = free.length > 0 && free.every(({ id }) => chosen.has(id))
  const toggle = (id: CaseId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const titles = [
    retention.case,
    retention.kind,
    retention.closed,
    retention.dueOn,
    retention.contents,
    retention.hold,
  ]
  return (
    <>
      <table className={mail.table} aria-label={retention.due}>
        <thead>
          <tr>
            <May call="retention.destroy">
              <th scope="col">
                <VisuallyHidden>{retention.choose}</VisuallyHidden>
                <Checkbox
                  aria-label={retention.chooseAll}
                  checked={all}
                  disabled={free.length === 0}
                  onChange={() => onChoose(new Set(all ? [] : free.map(({ id }) => id)))}
                />
              </th>
            </May>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {due.map((row) => (
            <DueRow
              key={row.id}
              row={row}
              isChosen={chosen.has(row.id)}
              onToggle={() => toggle(row.id)}
              onRelease={() => setReleased(row)}
            />
          ))}
        </tbody>
      </table>
      {released?.hold ? <ReleaseDialog held={released.hold} onClose={() => setReleased(null)} /> : null}
    </>
  )
}

type RowProps = { row: DueCase; isChosen: boolean; onToggle: () => void; onRelease: () => void }

function DueRow({ row, isChosen, onToggle, onRelease }: RowProps) {
  const { retention, words } = useTexts()
  const { go } = useNavigation()
  const { hold } = row
  return (
    <tr>
      <May call="retention.destroy">
        <td>
          <Checkbox
            aria-label={retention.chooseCase(row.number)}
            checked={isChosen && hold === null}
            disabled={hold !== null}
            onChange={onToggle}
          />
        </td>
      </May>
      <td>
        <button type="button" className={mail.link} onClick={() => go({ screen: 'case', id: row.id })}>
          {row.number}
        </button>
      </td>
      <td className={mail.words}>{words.kinds[row.kind]}</td>
      <td>{shortDate(row.closedOn)}</td>
      <td>{shortDate(row.dueOn)}</td>
      <td className={mail.words}>{retention.counted(row.letters, row.files)}</td>
      <td className={mail.message} style={{ width: '25%' }}>
        {hold ? (
          <>
            <Chip tone="today">
              {hold.number === row.number ? retention.held : retention.heldWith(hold.number)}
            </Chip>{' '}
            {hold.reason}{' '}
            <May call="retention.release">
              <Button size="compact-sm" variant="subtle" onClick={onRelease}>
                {retention.release}
              </Button>
            </May>
          </>
        ) : null}
      </td>
    </tr>
  )
}
