import { Textarea } from '@mantine/core'
import { limits } from '../../../../shared/model/case.ts'
import type { Lang } from '../../../../shared/model/lang.ts'
import type { PaperTexts } from '../../../../shared/model/paper.ts'
import { useTexts } from '../../../i18n/index.ts'
import styles from './Texts.module.css'

const langs: readonly Lang[] = ['kk', 'ru']

type Props = { texts: PaperTexts; original: PaperTexts; onChange: (texts: PaperTexts) => void }

/** Every line of a paper, the two languages side by side, each under what the pack says there. */
export function PaperFields({ texts, original, onChange }: Props) {
  const { templates } = useTexts()
  return (
    <div className={styles.fields}>
      {Object.keys(original.ru).map((line, index) => (
        <div key={line} className={styles.pair}>
          {langs.map((lang) => {
            const typed = texts[lang][line] ?? ''
            return (
              <Textarea
                key={lang}
                label={`${index + 1}. ${briefly(original[lang][line] ?? '')}`}
                lang={lang}
                autosize
                minRows={1}
                maxRows={14}
                maxLength={limits.note}
                value={typed}
                error={typed.trim() === '' ? templates.empty : undefined}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ ...texts, [lang]: { ...texts[lang], [line]: value } })
                }
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

const briefly = (line: string): string => (line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line)
