import { Checkbox } from '@mantine/core'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { CaseId, LetterId } from '../../../shared/model/ids.ts'
import type { LetterMeta } from '../../../shared/model/letter.ts'
import { useTexts } from '../../i18n/index.ts'
import { Panel } from '../../ui/Page.tsx'
import { AddresseeField } from './AddresseeField.tsx'
import { FieldInputs } from './FieldInputs.tsx'
import { type LetterValues, type LetterWork, type Sheet, withValue } from './letterDraft.ts'
import { Sources } from './Sources.tsx'
import styles from './Letters.module.css'

type Props = {
  about: { caseId: CaseId; corrects?: LetterId }
  meta: LetterMeta
  card: CaseCard
  available: Output<'letters.available'>
  langs: readonly Lang[]
  values: LetterValues
  sheet: Sheet
  onSheet: (change: (old: Sheet) => Sheet) => void
  onWork: (change: (old: LetterWork) => LetterWork) => void
}

/** What the officer fills in: for whom the letter is, its fields, and what it carries. */
export function FieldsPanel({ about, meta, card, available, langs, values, sheet, onSheet, onWork }: Props) {
  const { letters } = useTexts()
  return (
    <Panel title={letters.composer.fields}>
      <div className={styles.fields}>
        {langs.map((lang) =>
          meta.internal || available.addressee[lang] === '' ? null : (
            <AddresseeField
              key={lang}
              applicant={card.applicant}
              lang={lang}
              proposed={available.addressee[lang]}
              value={sheet.addressee[lang] ?? available.addressee[lang]}
              onChange={(value) =>
                onSheet((old) => ({ ...old, addressee: { ...old.addressee, [lang]: value } }))
              }
            />
          ),
        )}
        <FieldInputs
          templateId={meta.id}
          fields={meta.fields}
          langs={langs}
          values={values}
          catalogs={available.catalogs}
          onChange={(field, lang, value) => onWork((old) => withValue(old, field, lang, value))}
        />
        <Sources about={{ ...about, templateId: meta.id }} langs={langs} />
        <Checkbox
          label={letters.composer.withRecord}
          checked={sheet.withRecord}
          onChange={({ currentTarget: { checked } }) => onSheet((old) => ({ ...old, withRecord: checked }))}
        />
      </div>
    </Panel>
  )
}
