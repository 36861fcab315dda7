import { Button } from '@mantine/core'
import { IconMail, IconPlus } from '@tabler/icons-react'
import { useTexts } from '../../../i18n/index.ts'
import { api, useAsk } from '../../../api.ts'
import { useNavigation } from '../../../navigation.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May } from '../../../ui/May.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useOpenEmail } from '../../desk/intake.ts'
import { PeriodPapers } from '../../reports/PeriodPapers.tsx'
import styles from './CaseList.module.css'
import { BulkBar } from './BulkBar.tsx'
import { CaseTable } from './CaseTable.tsx'
import { Counters } from './Counters.tsx'
import { ListTools } from './ListTools.tsx'
import { NoCases } from './NoCases.tsx'
import { useCasePages } from './pages.ts'
import { useSelection } from './selection.ts'

/** The first screen: what is due today, what is late, what came in. */
export function CaseList({ focusSearch }: { focusSearch: boolean }) {
  const texts = useTexts()
  const { cases } = texts
  const { go, list } = useNavigation()
  const openEmail = useOpenEmail()
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const selection = useSelection(list)
  const pages = useCasePages(list, summary.data?.today)
  const unsettled = summary.data?.unsettledMails ?? 0

  return (
    <Page
      title={cases.list.title}
      takesFocus={!focusSearch}
      actions={
        <>
          <PeriodPapers />
          <May call="cases.register">
            <Button variant="default" leftSection={<IconMail size={18} />} onClick={openEmail}>
              {cases.list.openEmail}
            </Button>
            <Button
              leftSection={<IconPlus size={18} />}
              onClick={() => go({ screen: 'newCase', email: null })}
            >
              {cases.list.newCase}
            </Button>
          </May>
        </>
      }
    >
      <Counters summary={summary.data} />
      {unsettled > 0 ? (
        <p className={styles.unsettled}>
          {cases.list.unsettled(unsettled)}.{' '}
          <button type="button" className={styles.link} onClick={() => go({ screen: 'outbox' })}>
            {cases.list.toOutbox}
          </button>
        </p>
      ) : null}
      <ListTools focusSearch={focusSearch} />
      <BulkBar selection={selection} />
      <div className={styles.box}>
        <ErrorNotice error={pages.error ?? summary.error} onRetry={pages.again} />
        {pages.loading ? <Delayed /> : null}
        {pages.rows.length > 0 ? <CaseTable pages={pages} selection={selection} /> : null}
        {pages.empty ? <NoCases /> : null}
      </div>
      {pages.rows.length > 0 ? (
        <div className={styles.foot}>
          <span className="dimmed">{cases.list.shown(pages.rows.length)}</span>
        </div>
      ) : null}
    </Page>
  )
}
