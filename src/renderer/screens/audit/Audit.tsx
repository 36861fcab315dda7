import { useState } from 'react'
import type { AuditFilter } from '../../../shared/model/audit.ts'
import { useTexts } from '../../i18n/index.ts'
import { Page } from '../../ui/Page.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ControlTabs } from './ControlTabs.tsx'
import { Integrity } from './Integrity.tsx'

const everything: AuditFilter = {
  caseNumber: '',
  actor: null,
  action: null,
  from: null,
  to: null,
  disclosuresOnly: false,
}

/** Everything that was ever done and shown, and whether the record of it is whole. */
export function Audit() {
  const { audit } = useTexts()
  const [filter, setFilter] = useState(everything)
  const change = (part: Partial<AuditFilter>) => setFilter((before) => ({ ...before, ...part }))
  return (
    <Page title={audit.title} beside={<ControlTabs screen="audit" />}>
      <Integrity />
      <AuditFilters filter={filter} onChange={change} onReset={() => setFilter(everything)} />
      <AuditTable filter={filter} />
    </Page>
  )
}
