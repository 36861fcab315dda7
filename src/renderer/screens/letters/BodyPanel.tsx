import { Button } from '@mantine/core'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LetterBody } from '../../../shared/model/letter-body.ts'
import { useTexts } from '../../i18n/index.ts'
import { TextEditor } from '../../ui/editor/TextEditor.tsx'
import { Panel } from '../../ui/Page.tsx'
import styles from './Letters.module.css'

type Props = {
  title: string
  lang: Lang
  /** The officer's own text; null: the proposed one. */
  body: LetterBody | null
  /** Null while it is not known. */
  proposed: LetterBody | null
  /** A field without which nothing can be proposed. */
  missing: string | null
  onChange: (body: LetterBody | null) => void
}

/** The text of the letter in one language, as it is proposed or as the officer wrote it. */
export function BodyPanel({ title, lang, body, proposed, missing, onChange }: Props) {
  const { letters } = useTexts()
  return (
    <Panel
      title={title}
      aside={
        body ? (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
            {letters.editor.restore}
          </Button>
        ) : null
      }
    >
      <p className={styles.hint}>
        {body ? letters.editor.edited : missing ? letters.editor.missing(missing) : letters.editor.proposed}
      </p>
      <TextEditor label={title} lang={lang} body={body} proposed={proposed} onChange={onChange} />
    </Panel>
  )
}
