import type { Output } from '../../../../shared/contract/index.ts'
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
import { Legend } from './Legend.tsx'
import { Restore } from './Restore.tsx'
import { SaveText } from './SaveText.tsx'
import { TextFields } from './TextFields.tsx'
import { TextPreview } from './TextPreview.tsx'
import { hasGap, type LetterTexts, textsRoute, tidied, withText } from './textDraft.ts'
import styles from './Texts.module.css'
import { useTextPreview } from './useTextPreview.ts'
import { Versions } from './Versions.tsx'

type Props = { id: string; title: string; onBack: () => void }

/** Null: as it is in force. */
type Draft = { edited: LetterTexts | null }
const unedited: Draft = { edited: null }

export const letterTextDraftName = (id: string): string => `letterText:${id}`

/** The text of one letter in both languages. */
export function LetterText({ id, title, onBack }: Props) {
  const read = useAsk(['templates', 'read', id], () => api.templates.read({ id }))
  return (
    <EditedText title={title} read={read} onBack={onBack}>
      {(known) => (
        <KeptForm name={letterTextDraftName(id)} about={title} route={textsRoute} blank={unedited}>
          {(filled) => <Editing id={id} known={known} {...filled} />}
        </KeptForm>
      )}
    </EditedText>
  )
}

const isSame = (one: LetterTexts, other: LetterTexts): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type EditingProps = { id: string; known: Output<'templates.read'> } & Filled<Draft>

function Editing({ id, known, typed, change, returned }: EditingProps) {
  const { templates } = useTexts()
  const { edited } = typed
  const setEdited = (next: LetterTexts | null) => change({ edited: next })
  const texts = edited ?? known.texts
  const gap = hasGap(texts)
  const preview = useTextPreview(api.templates.preview, gap ? null : { id, texts: tidied(texts) })
  const acceptance = useAcceptance(preview.shown?.differences ?? [])
  // Whoever only reads opens old versions and loses nothing.
  const maySave = useMay('templates.save')
  useLeaveGuard(maySave && edited !== null, { kept: true })
  return (
    <div className={settings.form}>
      {returned}
      <Legend fields={known.fields} />
      <Fields call="templates.save">
        <TextFields
          texts={texts}
          fields={known.fields}
          onChange={(lang, spot, words) => setEdited(withText(texts, lang, spot, words))}
        />
      </Fields>
      {maySave || edited ? (
        <div className={styles.foot}>
          <Differences acceptance={acceptance} />
          <ErrorNotice error={gap ? null : preview.error} />
          <div className={settings.actions}>
            <SaveText
              call="templates.save"
              save={api.templates.save}
              edited={
                edited && {
                  id,
                  texts: tidied(edited),
                  ...(acceptance.accepted ? { acceptDifferences: true } : {}),
                }
              }
              ready={preview.fresh && acceptance.free}
              onSaved={() => setEdited(null)}
            />
            {known.changed && edited === null && maySave ? (
              <Restore call={() => api.templates.restore({ id })} text={templates.restoreText} />
            ) : null}
          </div>
        </div>
      ) : null}
      <TextPreview preview={preview} title={templates.preview} />
      <Versions
        versions={known.versions}
        read={(revision) => api.templates.version({ id, revision })}
        onOpen={(opened) => setEdited(isSame(opened, known.texts) ? null : opened)}
      />
    </div>
  )
}
