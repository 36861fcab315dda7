import { Checkbox } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { CaseRow } from '../../../../shared/contract/cases.ts'
import type { SortColumn } from '../../../../shared/model/list.ts'
import { shortDate, weekdayIndex } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { mostAtOnce } from '../../../../shared/contract/bulk.ts'
import { say } from '../../../ui/command.ts'
import { Chip, DaysLeft, StatusChip } from '../../../ui/Chip.tsx'
import { May, useMay } from '../../../ui/May.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import styles from './CaseList.module.css'
import type { CasePages } from './pages.ts'
import type { Selection } from './selection.ts'

const rowHeight = 37
/** Of a row with the date by the rule below the one that holds. */
const tallRowHeight = 54
const overscan = 12
/** So near to the end of what is loaded the next page is asked for. */
const ahead = 30
/** What cases are chosen for, as all that is done with many at once. */
const choosing = 'bulk.close'

/** Rows by thousands: only those near the eye are drawn, and the next pages come as one scrolls. */
export function CaseTable({ pages, selection }: { pages: CasePages; selection: Selection }) {
  const { cases, register } = useTexts()
  const { rows, stale, hasMore, loadingMore, more } = pages
  const box = useRef<HTMLDivElement>(null)
  // Nothing of what it gives is kept from one drawing to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.ruleDueOn ? tallRowHeight : rowHeight),
    overscan,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loadingMore && last > rows.length - ahead) more()
  }, [hasMore, loadingMore, last, rows.length, more])

  const focusRow = (index: number) => {
    const goal = Math.max(0, Math.min(index, rows.length - 1))
    virtual.scrollToIndex(goal)
    // The row is drawn only after the scroll.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>(`[data-case-row="${goal}"]`)?.focus(),
      ),
    )
  }
  useShortcuts([{ code: 'ArrowDown', run: () => focusRow(0) }])
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const columns: readonly (readonly [SortColumn, string])[] = [
    ['number', cases.list.number],
    ['kind', cases.list.kind],
    ['person', cases.list.person],
    ['status', cases.list.status],
    ['assignee', register.assignee],
    ['received', cases.list.received],
  ]
  return (
    <div ref={box} className={styles.scroll}>
      <table
        className={styles.table}
        data-stale={stale}
        aria-label={cases.list.title}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
      >
        <thead>
          <tr>
            <May call={choosing}>
              <th scope="col" className={styles.tick}>
                <SelectAll pages={pages} selection={selection} />
              </th>
            </May>
            <SortHeading by="due" title={cases.list.dueOn} />
            <th scope="col">{cases.list.left}</th>
            {columns.map(([by, title]) => (
              <SortHeading key={by} by={by} title={title} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {drawn.map(({ index }) => {
            const row = rows[index]
            return row ? (
              <Row
                key={row.id}
                row={row}
                index={index}
                measure={virtual.measureElement}
                onFocusRow={focusRow}
                selection={selection}
              />
            ) : null
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
    </div>
  )
}

/** Ticks every case of the view, up to as many as can be worked on at once, or none. */
function SelectAll({ pages, selection }: { pages: CasePages; selection: Selection }) {
  const { register } = useTexts()
  const { ids } = selection
  const some = ids.size > 0
  const every = some && pages.rows.every(({ id }) => ids.has(id))
  const choose = async () => {
    const all = await pages.all()
    selection.set(all)
    if (all.length === mostAtOnce) say(register.selectedMost(mostAtOnce))
  }
  return (
    <Checkbox
      size="xs"
      aria-label={register.selectAll}
      checked={every}
      indeterminate={some && !every}
      onChange={() => (every ? selection.clear() : void choose())}
    />
  )
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={9} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

/** A heading that sorts: once upwards, once downwards, then as the list is by itself. */
function SortHeading({ by, title }: { by: SortColumn; title: string }) {
  const { list, showList } = useNavigation()
  const { sort } = list
  const isSorted = sort?.by === by
  const next = !isSorted ? { by, descending: false } : sort.descending ? null : { by, descending: true }
  const Icon = isSorted && sort.descending ? IconChevronDown : IconChevronUp
  return (
    <th scope="col" aria-sort={!isSorted ? 'none' : sort.descending ? 'descending' : 'ascending'}>
      <button type="button" className={styles.heading} onClick={() => showList({ sort: next })}>
        {title}
        <Icon size={14} className={styles.sortMark} data-on={isSorted} aria-hidden="true" />
      </button>
    </th>
  )
}

type RowProps = {
  row: CaseRow
  index: number
  /** Tells the list how tall the row is. */
  measure: (row: HTMLElement | null) => void
  onFocusRow: (index: number) => void
  selection: Selection
}

function Row({ row, index, measure, onFocusRow, selection }: RowProps) {
  const { cases, deadlines, register, words } = useTexts()
  const { go } = useNavigation()
  const mayChoose = useMay(choosing)
  const open = () => go({ screen: 'case', id: row.id })
  const walk = (event: KeyboardEvent) => {
    const goals: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: Number.MAX_SAFE_INTEGER,
      PageDown: index + 10,
      PageUp: index - 10,
    }
    const goal = goals[event.key]
    if (goal !== undefined) onFocusRow(goal)
    else if (event.key === ' ' && mayChoose) selection.toggle(row.id)
    else return
    event.preventDefault()
  }
  return (
    // The row is a large target for the mouse; keyboards and screen readers have the button in it.
    <tr ref={measure} data-index={index} className={styles.row} aria-rowindex={index + 2} onClick={open}>
      <May call={choosing}>
        <td className={styles.tick} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            size="xs"
            aria-label={register.select(row.number)}
            checked={selection.ids.has(row.id)}
            onChange={() => selection.toggle(row.id)}
          />
        </td>
      </May>
      <td>
        {row.dueOn ? (
          <>
            {shortDate(row.dueOn)}
            <span className={styles.weekday}>{words.weekdays[weekdayIndex(row.dueOn)]}</span>
            {row.ruleDueOn ? (
              <span className={styles.byRule}>{deadlines.byRule(shortDate(row.ruleDueOn))}</span>
            ) : null}
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
          data-case-row={index}
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
        <bdi>{row.applicantName}</bdi>
      </td>
      <td>
        {row.annulled ? <Chip tone="plain">{register.annulled}</Chip> : <StatusChip status={row.status} />}
      </td>
      <td className={styles.assignee}>{row.assignee}</td>
      <td className={styles.received}>{shortDate(row.receivedOn)}</td>
    </tr>
  )
}
