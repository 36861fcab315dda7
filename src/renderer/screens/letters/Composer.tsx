import { Checkbox, Select, SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterMeta } from '../../../shared/model/letter.ts'
import { api, useAsk } from '../../api.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { useLeaveGuard } from '../../navigation.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { AddresseeField } from './AddresseeField.tsx'
import { FieldInputs } from './FieldInputs.tsx'
import { Issue } from './Issue.tsx'
import { fillIn, missingFields } from './letterDraft.ts'
import styles from './Letters.module.css'
import { Preview } from './Preview.tsx'
import { usePreview } from './usePreview.ts'

type Available = Output<'letters.available'>

export function Composer({ caseId }: { caseId: CaseId }) {
  const { letters } = useTexts()
  const available = useAsk(['letters', 'available', caseId], () => api.letters.available({ caseId }))
  const card = useAsk(['cases', 'card', caseId], () => api.cases.card({ id: caseId }))
  return (
    <Page
      title={card.data ? `${letters.composer.title} № ${card.data.number}` : letters.composer.title}
      withBack
    >
      <ErrorNotice error={available.error ?? card.error} onRetry={() => void available.refetch()} />
      {available.isPending ? <Delayed /> : null}
      {available.data?.letters.length === 0 ? (
        <Panel title={letters.composer.which}>
          <EmptyState title={letters.composer.noneAvailable} hint={letters.composer.noneAvailableHint} />
        </Panel>
      ) : null}
      {card.data && available.data && available.data.letters.length > 0 ? (
        <Sheet caseId={caseId} applicant={card.data.applicant} available={available.data} />
      ) : null}
    </Page>
  )
}

/** The letter that was chosen, while the case still allows it; else the one that answers, else the first. */
function letterOf(letters: readonly LetterMeta[], chosen: string | null): LetterMeta | null {
  return (
    letters.find(({ id }) => id === chosen) ?? letters.find(({ answers }) => answers) ?? letters[0] ?? null
  )
}

type SheetProps = { caseId: CaseId; applicant: Applicant; available: Available }

function Sheet({ caseId, applicant, available }: SheetProps) {
  const { letters, words } = useTexts()
  const of = useOf()
  const langLabel = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [lang, setLang] = useState<Lang>(available.lang)
  const [addressee, setAddressee] = useState<Partial<Record<Lang, string>>>({})
  const [typed, setTyped] = useState<FieldValues>({})
  const [withRecord, setWithRecord] = useState(false)
  const meta = letterOf(available.letters, chosen)
  const fields = meta?.fields ?? []
  const values = fillIn(fields, lang, available.known, typed)
  const missing = missingFields(fields, values)
  const preview = usePreview(
    meta && missing.length === 0
      ? { caseId, templateId: meta.id, lang, fields: values, addressee, withRecord }
      : null,
  )
  useLeaveGuard(Object.keys(typed).length + Object.keys(addressee).length > 0)

  const choose = (id: string | null) => {
    setChosen(id)
    setTyped({})
  }
  return (
    <div className={styles.composer}>
      <div>
        <Panel title={letters.composer.which}>
          <div className={styles.fields}>
            <Select
              aria-label={letters.composer.which}
              data={available.letters.map(({ id, title }) => ({ value: id, label: of(title) }))}
              value={meta?.id ?? null}
              onChange={choose}
              allowDeselect={false}
            />
            <div>
              <div id={langLabel} className={styles.letterNumber}>
                {letters.composer.lang} ({letters.composer.applicantLang}: {words.letterLangs[available.lang]}
                )
              </div>
              <SegmentedControl
                fullWidth
                mt={4}
                aria-labelledby={langLabel}
                value={lang}
                onChange={(value) => setLang(value)}
                data={Lang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
              />
            </div>
          </div>
        </Panel>
        {meta ? (
          <Panel title={letters.composer.fields}>
            {meta.internal || available.addressee[lang] === '' ? null : (
              <AddresseeField
                applicant={applicant}
                lang={lang}
                proposed={available.addressee[lang]}
                value={addressee[lang] ?? available.addressee[lang]}
                onChange={(value) => setAddressee((old) => ({ ...old, [lang]: value }))}
              />
            )}
            <FieldInputs
              templateId={meta.id}
              fields={fields}
              lang={lang}
              values={values}
              catalogs={available.catalogs}
              onChange={(id, value) => setTyped((old) => ({ ...old, [id]: value }))}
            />
            <Checkbox
              my="sm"
              label={letters.composer.withRecord}
              checked={withRecord}
              onChange={(event) => setWithRecord(event.currentTarget.checked)}
            />
            <Issue caseId={caseId} preview={preview} missing={missing.map((field) => of(field.title))} />
          </Panel>
        ) : null}
      </div>
      <Preview preview={preview} missing={missing[0] ? of(missing[0].title) : null} />
    </div>
  )
}
