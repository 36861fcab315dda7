import { Button, SegmentedControl } from '@mantine/core'
import { IconMailOpened } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncomingRow } from '../../../shared/contract/intake.ts'
import { api, useAsk } from '../../api.ts'
import { almatyMoment, shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May, useMay } from '../../ui/May.tsx'
import { Page } from '../../ui/Page.tsx'
import { useOpenEmail } from '../desk/intake.ts'
import { useFetchMailbox } from './FetchMailbox.tsx'
import styles from './Incoming.module.css'

type Show = 'waiting' | 'settled'

const shownRows = 500

/** Messages that came: those that wait for the officer, and what became of the others. */
export function Incoming() {
  const { incoming } = useTexts()
  const openFiles = useOpenEmail()
  const mailbox = useFetchMailbox()
  const [show, setShow] = useState<Show>('waiting')
  const list = useAsk(['intake', 'list', show], () => api.intake.list({ show, limit: shownRows }))
  const rows = list.data?.rows ?? []
  return (
    <Page
      title={incoming.title}
      actions={
        <May call="intake.read">
          {mailbox.button}
          <Button leftSection={<IconMailOpened size={18} />} onClick={openFiles}>
            {incoming.openFiles}
          </Button>
        </May>
      }
    >
      {mailbox.state}
      <SegmentedControl
        mb="sm"
        aria-label={incoming.show}
        value={show}
        onChange={(value) => setShow(value === 'settled' ? 'settled' : 'waiting')}
        data={(['waiting', 'settled'] as const).map((value) => ({ value, label: incoming.shows[value] }))}
      />
      <div className={styles.box}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending ? <Delayed /> : null}
        {list.isSuccess && rows.length === 0 ? <Nothing show={show} /> : null}
        {rows.length > 0 ? <Rows rows={rows} show={show} /> : null}
      </div>
    </Page>
  )
}

function Nothing({ show }: { show: Show }) {
  const { incoming } = useTexts()
  return show === 'waiting' ? (
    <EmptyState title={incoming.emptyWaiting} hint={incoming.emptyWaitingHint} />
  ) : (
    <EmptyState title={incoming.emptySettled} hint={incoming.emptySettledHint} />
  )
}

function Rows({ rows, show }: { rows: readonly IncomingRow[]; show: Show }) {
  const { incoming } = useTexts()
  return (
    <table className={styles.table} aria-label={incoming.shows[show]}>
      <thead>
        <tr>
          <th scope="col">{incoming.received}</th>
          <th scope="col">{incoming.message}</th>
          <th scope="col">{show === 'waiting' ? incoming.proposal : incoming.decision}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {row.receivedOn ? shortDate(row.receivedOn) : incoming.dateUnknown}
              <div className="dimmed">{incoming.sources[row.source]}</div>
            </td>
            <td className={styles.about}>
              <Subject row={row} />
              <div className="dimmed">{row.from}</div>
            </td>
            <td className={styles.about}>
              {show === 'waiting' ? <Proposed row={row} /> : <Decided row={row} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ row }: { row: IncomingRow }) {
  const { incoming } = useTexts()
  const { go } = useNavigation()
  const subject = row.subject === '' ? incoming.noSubject : row.subject
  if (row.state !== 'waiting') return <span>{subject}</span>
  return (
    <button type="button" className={styles.link} onClick={() => go({ screen: 'message', id: row.id })}>
      {subject}
    </button>
  )
}

function Proposed({ row }: { row: IncomingRow }) {
  const { incoming, words } = useTexts()
  if (row.nature !== 'request') {
    return <Chip tone={row.nature === 'bounce' ? 'late' : 'plain'}>{incoming.natures[row.nature]}</Chip>
  }
  const facts = [
    row.person,
    row.iin === '' ? '' : incoming.iin(row.iin),
    row.phone,
    words.letterLangs[row.lang],
    row.site,
  ]
  return (
    <>
      <Chip tone={row.kind ? 'calm' : 'plain'}>
        {row.kind ? words.kinds[row.kind] : incoming.kindUnknown}
      </Chip>
      <div className="dimmed">{facts.filter((fact) => fact !== '').join(' · ')}</div>
    </>
  )
}

function Decided({ row }: { row: IncomingRow }) {
  const { incoming } = useTexts()
  const { go } = useNavigation()
  const { caseId, caseNumber, settledAt } = row
  const mayTakeBack = useMay('intake.takeBack')
  return (
    <>
      <div>
        <Chip tone={row.state === 'setAside' ? 'plain' : 'good'}>{incoming.states[row.state]}</Chip>{' '}
        {caseId && caseNumber ? (
          <button type="button" className={styles.link} onClick={() => go({ screen: 'case', id: caseId })}>
            {incoming.openCase(caseNumber)}
          </button>
        ) : null}
        {row.state === 'setAside' && mayTakeBack ? <TakeBack row={row} /> : null}
      </div>
      <div className="dimmed">
        {[row.note, settledAt ? almatyMoment(settledAt) : '', row.settledBy ?? '']
          .filter((fact) => fact !== '')
          .join(' · ')}
      </div>
    </>
  )
}

function TakeBack({ row }: { row: IncomingRow }) {
  const { incoming } = useTexts()
  const takeBack = useCommand(api.intake.takeBack)
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={takeBack.isPending}
      onClick={() => takeBack.mutate({ id: row.id }, { onSuccess: () => say(incoming.takenBack) })}
    >
      {incoming.takeBack}
    </Button>
  )
}
