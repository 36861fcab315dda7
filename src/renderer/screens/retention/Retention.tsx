import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { api, ask, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import { ControlTabs } from '../audit/ControlTabs.tsx'
import mail from '../mail/Mail.module.css'
import { ActDialog } from './ActDialog.tsx'
import { DueTable } from './DueTable.tsx'
import { HoldForm } from './HoldForm.tsx'
import { SetAside } from './SetAside.tsx'
import { TermForm } from './TermForm.tsx'

type Overview = Output<'retention.overview'>

/** What becomes of closed cases once their term has passed. */
export function Retention() {
  const { retention } = useTexts()
  const overview = useAsk(['retention', 'overview'], () => api.retention.overview({}))
  return (
    <Page title={retention.title} beside={<ControlTabs screen="retention" />}>
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {overview.isPending ? <Delayed /> : null}
      {overview.data ? <Contents overview={overview.data} /> : null}
    </Page>
  )
}

function Contents({ overview: { term, due, setAside, acts } }: { overview: Overview }) {
  const { retention } = useTexts()
  const [chosen, setChosen] = useState<ReadonlySet<CaseId>>(new Set())
  const [making, setMaking] = useState(false)
  const free = due.filter(({ hold }) => hold === null)
  const ready = free.filter(({ id }) => chosen.has(id))
  return (
    <>
      <TermForm key={`${term.years} ${term.basis.ru}`} term={term} />
      <Panel
        title={retention.due}
        aside={
          <May call="retention.destroy">
            <Button color="red" disabled={ready.length === 0} onClick={() => setMaking(true)}>
              {retention.prepare(ready.length)}
            </Button>
          </May>
        }
      >
        {due.length === 0 ? (
          <EmptyState title={retention.empty} hint={retention.emptyHint} />
        ) : (
          <DueTable due={due} chosen={chosen} onChoose={setChosen} />
        )}
      </Panel>
      {setAside > 0 ? <SetAside count={setAside} /> : null}
      <May call="retention.hold">
        <HoldForm />
      </May>
      {acts.length > 0 ? <Acts acts={acts} /> : null}
      {making ? (
        <ActDialog
          cases={ready}
          onClose={() => setMaking(false)}
          onDone={() => {
            setMaking(false)
            setChosen(new Set())
          }}
        />
      ) : null}
    </>
  )
}

function Acts({ acts }: { acts: Overview['acts'] }) {
  const { retention } = useTexts()
  const save = useSaveFile(
    (id: number) => ask(api.retention.act({ id })),
    ({ name }) => ({ paper: 'act', caseId: null, name }),
  )
  return (
    <Panel title={retention.acts}>
      <table className={mail.table} aria-label={retention.acts}>
        <thead>
          <tr>
            {[retention.number, retention.made, retention.method, retention.count, retention.file].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {acts.map(({ id, number, madeAt, officer, method, cases }) => (
            <tr key={id}>
              <td>{number}</td>
              <td>
                {almatyMoment(madeAt)} · <bdi>{officer}</bdi>
              </td>
              <td>{retention.methods[method]}</td>
              <td>{cases}</td>
              <td>
                <Button size="compact-sm" variant="default" onClick={() => save.mutate(id)}>
                  {retention.saveAct(number)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ErrorNotice error={save.error} />
    </Panel>
  )
}
