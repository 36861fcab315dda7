import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useLeaveGuard, useNavigation } from '../../../navigation.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Differences } from '../../letters/Differences.tsx'
import { useAcceptance } from '../../letters/useAcceptance.ts'
import settings from '../Settings.module.css'
import { Legend } from './Legend.tsx'
import { Restore } from './Restore.tsx'
import { SaveText } from './SaveText.tsx'
import { TextFields } from './TextFields.tsx'
import { TextPreview } from './TextPreview.tsx'
import { hasGap, type LetterTexts, withText } from './textDraft.ts'
import styles from './Texts.module.css'
import { useTextPreview } from './useTextPreview.ts'
import { Versions } from './Versions.tsx'

type Props = { id: string; title: string; onBack: () => void }

/** The text of one letter in both languages. */
export function LetterText({ id, title, onBack }: Props) {
  const { templates } = useTexts()
  const { leave } = useNavigation()
  const read = useAsk(['templates', 'read', id], () => api.templates.read({ id }))
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowLeft size={16} />}
        onClick={() => leave(onBack)}
      >
        {templates.back}
      </Button>
      <h3 className={styles.name}>{title}</h3>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.isPending ? <Delayed /> : null}
      {read.data ? <Editing id={id} known={read.data} /> : null}
    </>
  )
}

const isSame = (one: LetterTexts, other: LetterTexts): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type EditingProps = { id: string; known: Output<'templates.read'> }

function Editing({ id, known }: EditingProps) {
  const [edited, setEdited] = useState<LetterTexts | null>(null)
  const texts = edited ?? known.texts
  const gap = hasGap(texts)
  const preview = useTextPreview(gap ? null : { id, texts })
  const acceptance = useAcceptance(preview.letter?.differences ?? [])
  useLeaveGuard(edited !== null)
  return (
    <div className={settings.form}>
      <Legend fields={known.fields} />
      <TextFields
        texts={texts}
        fields={known.fields}
        onChange={(lang, spot, typed) => setEdited((old) => withText(old ?? known.texts, lang, spot, typed))}
      />
      <div className={styles.foot}>
        <Differences acceptance={acceptance} />
        <ErrorNotice error={gap ? null : preview.error} />
        <div className={settings.actions}>
          <SaveText
            id={id}
            edited={edited}
            ready={preview.fresh && acceptance.free}
            accepted={acceptance.accepted}
            onSaved={() => setEdited(null)}
          />
          {known.changed && edited === null ? <Restore id={id} /> : null}
        </div>
      </div>
      <TextPreview preview={preview} />
      <Versions
        id={id}
        versions={known.versions}
        onOpen={(opened) => setEdited(isSame(opened, known.texts) ? null : opened)}
      />
    </div>
  )
}
