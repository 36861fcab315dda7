import { SegmentedControl } from '@mantine/core'
import { LetterLang } from '../../../../shared/model/lang.ts'
import { useTexts } from '../../../i18n/index.ts'
import { PdfView } from '../../../ui/PdfView.tsx'
import styles from './Texts.module.css'
import type { TextPreview as Shown } from './useTextPreview.ts'

/** How the letter or paper looks, about a case that never was. */
export function TextPreview({ preview, title }: { preview: Shown; title: string }) {
  const { templates, words } = useTexts()
  const { shown, lang, setLang } = preview
  return (
    <section aria-label={title}>
      <div className={styles.previewHead}>
        <h3 className={styles.name}>{title}</h3>
        <SegmentedControl
          size="xs"
          aria-label={templates.previewLang}
          value={lang}
          onChange={setLang}
          data={LetterLang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
        />
      </div>
      <p className="dimmed">{templates.previewHint}</p>
      <div className={styles.preview}>
        {shown ? <PdfView bytes={shown.pdf} id={shown.sha256} name="0000-0000.pdf" paper={null} /> : null}
      </div>
    </section>
  )
}
