import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useLeaveGuard } from '../../../navigation.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Fields, useMay } from '../../../ui/May.tsx'
import { Differences } from '../../letters/Differences.tsx'
import { useAcceptance } from '../../letters/useAcceptance.ts'
import settings from '../Settings.module.css'
import { EditedText } from './EditedText.tsx'
import { Legend } from './Legend.tsx'
import { Restore } from './Restore.tsx'
import { SaveText } from './SaveText.tsx'
import { TextFields } from './TextFields.tsx'
import { TextPreview } from './TextPreview.tsx'
import { hasGap, type LetterTexts, tidied, withText } from './textDraft.ts'
import styles from './Texts.module.css'
import { useTextPreview } from './useTextPreview.ts'
import { Versions } from './Versions.tsx'

type Props = { id: string; title: string; onBack: () => void }

/** The text of one letter in both languages. */
export function LetterText({ id, title, onBack }: Props) {
  const read = useAsk(['templates', 'read', id], () => api.templates.read({ id }))
  return (
    <EditedText title={title} read={read} onBack={onBack}>
      {(known) => <Editing id={id} known={known} />}
    </EditedText>
  )
}

const isSame = (one: LetterTexts, other: LetterTexts): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type EditingProps = { id: string; known: Output<'templates.read'> }

function Editing({ id, known }: EditingProps) {
  const { templates } = useTexts()
  const [edited, setEdited] = useState<LetterTexts | null>(null)
  const texts = edited ?? known.texts
  const gap = hasGap(texts)
  const preview = useTextPreview(api.templates.preview, gap ? null : { id, texts: tidied(texts) })
  const acceptance = useAcceptance(preview.shown?.differences ?? [])
  // Whoever only reads opens old versions and loses nothing.
  const maySave = useMay('templates.save')
  useLeaveGuard(maySave && edited !== null)
  return (
    <div className={settings.form}>
      <Legend fields={known.fields} />
      <Fields call="templates.save">
        <TextFields
          texts={texts}
          fields={known.fields}
          onChange={(lang, spot, typed) =>
            setEdited((old) => withText(old ?? known.texts, lang, spot, typed))
          }
        />
      </Fields>
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
      <TextPreview preview={preview} title={templates.preview} />
      <Versions
        versions={known.versions}
        read={(revision) => api.templates.version({ id, revision })}
        onOpen={(opened) => setEdited(isSame(opened, known.texts) ? null : opened)}
      />
    </div>
  )
}
