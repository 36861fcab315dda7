import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Blocking } from '../../../shared/contract/blocking.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { api, ask } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { DaysLeft } from '../../ui/Chip.tsx'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Page } from '../../ui/Page.tsx'
import mail from '../mail/Mail.module.css'

type State = Input<'blocking.list'>['state']
type After = Input<'blocking.list'>['after']

const pageSize = 50

/** What is blocked now, since when and why; and what was lifted. */
export function BlockingRegister() {
  const { blocking } = useTexts()
  const [state, setState] = useState<State>('inForce')
  const pages = useInfiniteQuery({
    queryKey: ['blocking', 'list', state],
    queryFn: ({ pageParam }): Promise<Output<'blocking.list'>> =>
      ask(api.blocking.list({ state, after: pageParam, limit: pageSize })),
    initialPageParam: null as After,
    getNextPageParam: ({ blockings }): After => {
      const last = blockings.length < pageSize ? undefined : blockings.at(-1)
      return last ? { sinceOn: last.sinceOn, id: last.id } : null
    },
    placeholderData: keepPreviousData,
  })
  const rows = pages.data?.pages.flatMap((page) => page.blockings) ?? []
  return (
    <Page
      title={blocking.title}
      beside={
        <SegmentedControl
          aria-label={blocking.title}
          value={state}
          onChange={(value) => setState(value)}
          data={(['inForce', 'lifted'] as const).map((value) => ({ value, label: blocking.states[value] }))}
        />
      }
    >
      <div className={mail.box}>
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
        {pages.isPending ? <Delayed /> : null}
        {pages.isSuccess && rows.length === 0 ? (
          <EmptyState
            title={state === 'inForce' ? blocking.empty : blocking.emptyLifted}
            hint={blocking.emptyHint}
          />
        ) : null}
        {rows.length > 0 ? <BlockingTable rows={rows} state={state} /> : null}
        {pages.hasNextPage ? (
          <Button variant="default" m="sm" onClick={() => void pages.fetchNextPage()}>
            {blocking.more}
          </Button>
        ) : null}
      </div>
    </Page>
  )
}

function BlockingTable({ rows, state }: { rows: readonly Blocking[]; state: State }) {
  const { blocking } = useTexts()
  const last = state === 'inForce' ? blocking.act : blocking.lifted
  return (
    <table className={mail.table} aria-label={blocking.states[state]}>
      <thead>
        <tr>
          {[blocking.since, blocking.byCase, blocking.what, blocking.where, last].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BlockingRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function BlockingRow({ row }: { row: Blocking }) {
  const { blocking, request, words } = useTexts()
  const of = useOf()
  const { go } = useNavigation()
  return (
    <tr>
      <td>
        {shortDate(row.sinceOn)}
        <div className="dimmed">{row.blockedBy}</div>
      </td>
      <td className={mail.lines}>
        <button type="button" className={mail.link} onClick={() => go({ screen: 'case', id: row.caseId })}>
          {row.caseNumber}
        </button>
        <div>
          <bdi>{row.applicantName}</bdi>
        </div>
        <div className="dimmed">{words.kinds[row.kind]}</div>
        {row.ground ? <div className="dimmed">{request.grounds[row.ground]}</div> : null}
      </td>
      <td className={mail.lines}>{row.what}</td>
      <td className={`${mail.lines ?? ''} ${mail.called ?? ''}`}>{row.systems.map(of).join(', ')}</td>
      <td className={mail.lines}>
        {row.lifted ? (
          <>
            {shortDate(row.lifted.on)} · {row.lifted.by}
            <div>{row.lifted.why}</div>
          </>
        ) : row.clocks.length === 0 ? (
          <span className="dimmed">{blocking.noClock}</span>
        ) : (
          row.clocks.map((clock) => (
            <div key={`${clock.title.en} ${clock.dueOn}`}>
              <DaysLeft days={clock.daysLeft} /> {shortDate(clock.dueOn)}
              <div className="dimmed">{of(clock.title)}</div>
            </div>
          ))
        )}
      </td>
    </tr>
  )
}
