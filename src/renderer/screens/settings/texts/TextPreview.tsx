import { SegmentedControl } from '@mantine/core'
import { Lang } from '../../../../shared/model/lang.ts'
import { useTexts } from '../../../i18n/index.ts'
import { PdfView } from '../../../ui/PdfView.tsx'
import styles from './Texts.module.css'
import type { TextPreview as Shown } from './useTextPreview.ts'

/** How the letter looks, about a case that never was. */
export function TextPreview({ preview }: { preview: Shown }) {
  const { templates, words } = useTexts()
  const { letter, lang, setLang } = preview
  return (
    <section aria-label={templates.preview}>
      <div className={styles.previewHead}>
        <h3 className={styles.name}>{templates.preview}</h3>
        <SegmentedControl
          size="xs"
          aria-label={templates.previewLang}
          value={lang}
          onChange={setLang}
          data={Lang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
        />
      </div>
      <p className="dimmed">{templates.previewHint}</p>
      <div className={styles.preview}>
        {letter ? <PdfView bytes={letter.pdf} id={letter.sha256} name="0000-0000.pdf" /> : null}
      </div>
    </section>
  )
}
