import type { Output } from '../../../../shared/contract/index.ts'
import type { PaperId, PaperTexts } from '../../../../shared/model/paper.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useLeaveGuard } from '../../../navigation.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Fields, useMay } from '../../../ui/May.tsx'
import { Differences } from '../../letters/Differences.tsx'
import { useAcceptance } from '../../letters/useAcceptance.ts'
import { type Filled, KeptForm } from '../../drafts/KeptForm.tsx'
import settings from '../Settings.module.css'
import { EditedText } from './EditedText.tsx'
import { PaperFields } from './PaperFields.tsx'
import { Restore } from './Restore.tsx'
import { SaveText } from './SaveText.tsx'
import { textsRoute } from './textDraft.ts'
import { TextPreview } from './TextPreview.tsx'
import styles from './Texts.module.css'
import { useTextPreview } from './useTextPreview.ts'
import { Versions } from './Versions.tsx'

type Props = { id: PaperId; title: string; onBack: () => void }

/** Null: as it is in force. */
type Draft = { edited: PaperTexts | null }
const unedited: Draft = { edited: null }

export const paperTextDraftName = (id: PaperId): string => `paperText:${id}`

/** The words of one paper of the office in both languages. */
export function PaperText({ id, title, onBack }: Props) {
  const read = useAsk(['papers', 'read', id], () => api.papers.read({ id }))
  return (
    <EditedText title={title} read={read} onBack={onBack}>
      {(known) => (
        <KeptForm name={paperTextDraftName(id)} about={title} route={textsRoute} blank={unedited}>
          {(filled) => <Editing id={id} known={known} {...filled} />}
        </KeptForm>
      )}
    </EditedText>
  )
}

const hasGap = ({ ru, kk }: PaperTexts): boolean =>
  [ru, kk].some((side) => Object.values(side).some((line) => line.trim() === ''))

type EditingProps = { id: PaperId; known: Output<'papers.read'> } & Filled<Draft>

function Editing({ id, known, typed, change, returned }: EditingProps) {
  const { templates } = useTexts()
  const { edited } = typed
  const setEdited = (next: PaperTexts | null) => change({ edited: next })
  const texts = edited ?? known.texts
  const gap = hasGap(texts)
  const preview = useTextPreview(api.papers.preview, gap ? null : { id, texts })
  const acceptance = useAcceptance(preview.shown?.differences ?? [])
  // Whoever only reads opens old versions and loses nothing.
  const maySave = useMay('papers.save')
  useLeaveGuard(maySave && edited !== null, { kept: true })
  return (
    <div className={settings.form}>
      {returned}
      <Fields call="papers.save">
        <PaperFields texts={texts} original={known.original} onChange={setEdited} />
      </Fields>
      {maySave || edited ? (
        <div className={styles.foot}>
          <Differences acceptance={acceptance} />
          <ErrorNotice error={gap ? null : preview.error} />
          <div className={settings.actions}>
            <SaveText
              call="papers.save"
              save={api.papers.save}
              edited={
                edited && { id, texts: edited, ...(acceptance.accepted ? { acceptDifferences: true } : {}) }
              }
              ready={preview.fresh && acceptance.free}
              onSaved={() => setEdited(null)}
            />
            {known.changed && edited === null && maySave ? (
              <Restore call={() => api.papers.restore({ id })} text={templates.restorePaper} />
            ) : null}
          </div>
        </div>
      ) : null}
      <TextPreview preview={preview} title={templates.paperPreview} />
      <Versions
        versions={known.versions}
        read={(revision) => api.papers.version({ id, revision })}
        onOpen={(opened) => setEdited(JSON.stringify(opened) === JSON.stringify(known.texts) ? null : opened)}
      />
    </div>
  )
}
