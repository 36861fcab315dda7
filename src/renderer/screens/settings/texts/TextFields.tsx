import { Textarea } from '@mantine/core'
import { limits } from '../../../../shared/model/case.ts'
import type { Lang } from '../../../../shared/model/lang.ts'
import type { LetterBlock, When } from '../../../../shared/model/letter.ts'
import { useTexts } from '../../../i18n/index.ts'
import { type LetterTexts, type Spot, textAt, textOfBlock } from './textDraft.ts'
import styles from './Texts.module.css'
import { type TextFieldsOfLetter, usePlaceName } from './usePlaceName.ts'

const langs: readonly Lang[] = ['kk', 'ru']

type Props = {
  texts: LetterTexts
  fields: TextFieldsOfLetter
  onChange: (lang: Lang, spot: Spot, typed: string) => void
}

/** Every text of a letter, the two languages side by side; which blocks there are and when they stand is the pack's. */
export function TextFields({ texts, fields, onChange }: Props) {
  const { templates } = useTexts()
  const nameOf = usePlaceName(fields)
  const pair = (spot: Spot, label: string) => (
    <Pair texts={texts} spot={spot} label={label} onChange={onChange} />
  )
  return (
    <div className={styles.fields}>
      {pair('title', templates.letterTitle)}
      {texts.kk.blocks.map((block, index) => (
        // Blocks neither come nor go nor change places.
        <div key={index} className={styles.block}>
          {textOfBlock(block) === null ? (
            <p className={styles.made}>
              {templates.listOf(index + 1, block.type === 'listOf' ? nameOf(block.name) : '')}.{' '}
              {templates.listOfHint}
            </p>
          ) : (
            pair(index, labelOf(block, index + 1, templates))
          )}
          <Condition when={block.when} nameOf={nameOf} />
        </div>
      ))}
      {pair('mailSubject', templates.mailSubject)}
      {pair('mailText', templates.mailText)}
    </div>
  )
}

function labelOf(
  { type }: LetterBlock,
  number: number,
  { block, heading, list }: Record<'block' | 'heading' | 'list', (number: number) => string>,
): string {
  if (type === 'heading') return heading(number)
  return type === 'list' ? list(number) : block(number)
}

type PairProps = Pick<Props, 'texts' | 'onChange'> & { spot: Spot; label: string }

function Pair({ texts, spot, label, onChange }: PairProps) {
  const { templates, words } = useTexts()
  return (
    <div className={styles.pair}>
      {langs.map((lang) => {
        const typed = textAt(texts[lang], spot)
        return (
          <Textarea
            key={lang}
            label={`${label} (${words.letterLangs[lang]})`}
            lang={lang}
            autosize
            minRows={1}
            maxRows={14}
            maxLength={limits.note}
            value={typed}
            error={typed.trim() === '' ? templates.empty : undefined}
            onChange={({ currentTarget: { value } }) => onChange(lang, spot, value)}
          />
        )
      })}
    </div>
  )
}

type ConditionProps = { when: When | undefined; nameOf: (name: string) => string }

/** When a block stands in the letter. */
function Condition({ when, nameOf }: ConditionProps) {
  const { templates, words } = useTexts()
  if (!when) return null
  const told = [
    when.kinds ? templates.whenKinds(words.quoted(when.kinds.map((kind) => words.kinds[kind]))) : '',
    when.outcomes
      ? templates.whenOutcomes(words.quoted(when.outcomes.map((outcome) => words.outcomes[outcome])))
      : '',
    when.filled === undefined ? '' : templates.whenFilled(nameOf(when.filled)),
  ]
  return <p className={styles.when}>{templates.when(told.filter(Boolean).join(templates.and))}</p>
}
