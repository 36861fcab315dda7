import type { KeyboardEvent } from 'react'
import type { CaseRow } from '../../../../shared/contract/cases.ts'
import { shortDate, weekdayIndex } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { DaysLeft, StatusChip } from '../../../ui/Chip.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import styles from './CaseList.module.css'

function rowButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-case-row]')]
}

/** Arrow keys walk the rows; each row has one button, its number. */
function walk(event: KeyboardEvent): void {
  const buttons = rowButtons()
  const at = buttons.findIndex((button) => button === document.activeElement)
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
    PageDown: Math.min(at + 10, buttons.length - 1),
    PageUp: Math.max(at - 10, 0),
  }
  const goal = goals[event.key]
  const button = goal === undefined ? undefined : buttons[goal]
  if (!button) return
  event.preventDefault()
  button.focus()
}

export function CaseTable({ rows, stale }: { rows: readonly CaseRow[]; stale: boolean }) {
  const { cases } = useTexts()
  useShortcuts([{ code: 'ArrowDown', run: () => rowButtons()[0]?.focus() }])
  return (
    <table className={styles.table} data-stale={stale} aria-label={cases.list.title}>
      <thead>
        <tr>
          <th scope="col">{cases.list.dueOn}</th>
          <th scope="col">{cases.list.left}</th>
          <th scope="col">{cases.list.number}</th>
          <th scope="col">{cases.list.kind}</th>
          <th scope="col">{cases.list.person}</th>
          <th scope="col">{cases.list.status}</th>
          <th scope="col">{cases.list.received}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: CaseRow }) {
  const { cases, words } = useTexts()
  const { go } = useNavigation()
  const open = () => go({ screen: 'case', id: row.id })
  return (
    // The row is a large target for the mouse; keyboards and screen readers have the button in it.
    <tr className={styles.row} onClick={open}>
      <td>
        {row.dueOn ? (
          <>
            {shortDate(row.dueOn)}
            <span className={styles.weekday}>{words.weekdays[weekdayIndex(row.dueOn)]}</span>
          </>
        ) : (
          <span className="dimmed">{cases.list.noDue}</span>
        )}
      </td>
      <td>
        <DaysLeft days={row.daysLeft} />
      </td>
      <td>
        <button
          type="button"
          data-case-row
          onKeyDown={walk}
          className={styles.rowButton}
          onClick={(event) => {
            event.stopPropagation()
            open()
          }}
        >
          {row.number}
        </button>
      </td>
      <td className={styles.kind} title={words.kinds[row.kind]}>
        {words.kinds[row.kind]}
      </td>
      <td className={styles.person} title={row.applicantName}>
        {row.applicantName}
      </td>
      <td>
        <StatusChip status={row.status} />
      </td>
      <td>{shortDate(row.receivedOn)}</td>
    </tr>
  )
}
