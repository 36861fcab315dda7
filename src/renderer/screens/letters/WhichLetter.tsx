import { SegmentedControl, Select } from '@mantine/core'
import { useId } from 'react'
import type { Lang } from '../../../shared/model/lang.ts'
import { LetterLang } from '../../../shared/model/lang.ts'
import type { LetterMeta } from '../../../shared/model/letter.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import styles from './Letters.module.css'

type Props = {
  letters: readonly LetterMeta[]
  chosen: LetterMeta | null
  lang: LetterLang
  applicantLang: Lang
  onChoose: (id: string | null) => void
  onLang: (lang: LetterLang) => void
}

/** Which of the letters that the case allows, and in which language. */
export function WhichLetter({ letters: offered, chosen, lang, applicantLang, onChoose, onLang }: Props) {
  const { letters, words } = useTexts()
  const of = useOf()
  const langLabel = useId()
  return (
    <div className={styles.fields}>
      <Select
        aria-label={letters.composer.which}
        data={offered.map(({ id, title }) => ({ value: id, label: of(title) }))}
        value={chosen?.id ?? null}
        onChange={onChoose}
        allowDeselect={false}
      />
      <div>
        <div id={langLabel} className={styles.letterNumber}>
          {letters.composer.lang} ({letters.composer.applicantLang}: {words.letterLangs[applicantLang]})
        </div>
        <SegmentedControl
          fullWidth
          mt={4}
          aria-labelledby={langLabel}
          value={lang}
          onChange={onLang}
          data={LetterLang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
        />
      </div>
    </div>
  )
}
