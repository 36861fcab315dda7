import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { RecordEntry } from '../../../shared/contract/audit.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { type AuditFilter, disclosing } from '../../../shared/model/audit.ts'
import { api, ask } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { describeDetails } from '../cases/card/describeDetails.ts'
import mail from '../mail/Mail.module.css'
import styles from './Audit.module.css'
import { useRecordNames } from './useRecordNames.ts'

const pageSize = 100
const usualHeight = 40
const overscan = 10
/** So near to the end of what is loaded the next page is asked for. */
const ahead = 30

type Names = Record<string, string>

/** The entries of a filter, page after page as one scrolls; only those near the eye are drawn. */
export function AuditTable({ filter }: { filter: AuditFilter }) {
  const { audit } = useTexts()
  const [asked] = useDebouncedValue(filter, 150)
  const pages = useInfiniteQuery({
    queryKey: ['audit', 'list', asked],
    queryFn: ({ pageParam }): Promise<Output<'audit.list'>> =>
      ask(api.audit.list({ filter: asked, before: pageParam, limit: pageSize })),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Whatever was done since adds to it, and no event tells of that.
    refetchOnMount: 'always',
    gcTime: 0,
  })
  const rows = pages.data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <>
      <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <Delayed /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <EmptyState title={audit.empty} hint={audit.emptyHint} />
      ) : null}
      {rows.length > 0 ? (
        <Rows
          rows={rows}
          hasMore={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          more={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  )
}

type RowsProps = { rows: readonly RecordEntry[]; hasMore: boolean; loading: boolean; more: () => void }

function Rows({ rows, hasMore, loading, more }: RowsProps) {
  const { audit } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const names = useRecordNames()
  // Nothing of what it gives is kept from one drawing to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.seq ?? index,
    overscan,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && last > rows.length - ahead) more()
  }, [hasMore, loading, last, rows.length, more])
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div ref={box} className={styles.scroll} tabIndex={0} role="region" aria-label={audit.title}>
      <table className={styles.table} aria-label={audit.title} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <thead>
          <tr>
            {[audit.seq, audit.at, audit.actor, audit.deed, audit.case, audit.what].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {drawn.map(({ index }) => {
            const entry = rows[index]
            return entry ? (
              <Row
                key={entry.seq}
                entry={entry}
                index={index}
                names={names}
                measure={virtual.measureElement}
              />
            ) : null
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={6} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

type RowProps = {
  entry: RecordEntry
  index: number
  names: Names
  measure: (row: HTMLTableRowElement | null) => void
}

function Row({ entry, index, names, measure }: RowProps) {
  const texts = useTexts()
  const { audit } = texts
  const { go } = useNavigation()
  const { caseId } = entry
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-entry={entry.seq}>
      <td className={styles.seq}>{entry.seq}</td>
      <td>{almatyMoment(entry.at)}</td>
      <td>
        <bdi>{entry.actor}</bdi>
      </td>
      <td className={styles.deed} data-disclosing={disclosing.has(entry.action)}>
        {audit.actions[entry.action]}
      </td>
      <td>
        {caseId ? (
          <button type="button" className={mail.link} onClick={() => go({ screen: 'case', id: caseId })}>
            {entry.caseNumber}
          </button>
        ) : null}
      </td>
      <td className={styles.what}>
        {entry.erased ? <span className="dimmed">{audit.erased}</span> : null}
        {describeDetails(entry, texts, names).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
    </tr>
  )
}
