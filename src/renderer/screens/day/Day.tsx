import { Button, SegmentedControl } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { api, ask, useAsk } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import { DueTable } from './DueTable.tsx'
import { Month } from './Month.tsx'

type Sheet = Output<'day.sheet'>

/** What to do today: the clocks that run, the fewest working hours first, or the whole month. */
export function Day() {
  const { day, lang } = useTexts()
  const [view, setView] = useState('sheet')
  const sheet = useAsk(['day', 'sheet'], () => api.day.sheet({}))
  const saveCalendar = useSaveFile(() => ask(api.day.calendarFile({ lang, span: null })), null)

  return (
    <Page
      title={sheet.data ? day.title(shortDate(sheet.data.today)) : day.tab}
      beside={
        <SegmentedControl
          aria-label={day.views.label}
          size="xs"
          value={view}
          onChange={setView}
          data={[
            { value: 'sheet', label: day.views.sheet },
            { value: 'month', label: day.views.month },
          ]}
        />
      }
      actions={
        <>
          {sheet.data && view === 'sheet' ? (
            <PrintButton
              label={day.print}
              printed={{ paper: 'daySheet', caseId: null, name: sheet.data.today }}
            >
              <h1>{day.title(shortDate(sheet.data.today))}</h1>
              <Groups sheet={sheet.data} />
            </PrintButton>
          ) : null}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconCalendarDown size={16} />}
            loading={saveCalendar.isPending}
            onClick={() => saveCalendar.mutate(undefined)}
          >
            {day.export}
          </Button>
        </>
      }
    >
      <ErrorNotice error={sheet.error ?? saveCalendar.error} onRetry={() => void sheet.refetch()} />
      {view === 'month' ? <Month /> : <SheetView sheet={sheet.data} />}
    </Page>
  )
}

function SheetView({ sheet }: { sheet: Sheet | undefined }) {
  const { day } = useTexts()
  if (!sheet) return <Delayed />
  if (sheet.groups.every(({ total }) => total === 0)) {
    return <EmptyState title={day.empty} hint={day.emptyHint} />
  }
  return <Groups sheet={sheet} />
}

function Groups({ sheet }: { sheet: Sheet }) {
  const { day } = useTexts()
  return sheet.groups
    .filter(({ total }) => total > 0)
    .map(({ id, from, to, total, lines }) => {
      const title = day.groups[id](shortDate(from), shortDate(to))
      return (
        <Panel key={id} title={title} aside={<span className="dimmed">{total}</span>}>
          <DueTable label={title} lines={lines} total={total} today={sheet.today} />
        </Panel>
      )
    })
}
