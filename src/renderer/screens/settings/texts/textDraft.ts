import type { Input } from '../../../../shared/contract/index.ts'
import type { Lang } from '../../../../shared/model/lang.ts'
import type { LetterBlock, LetterText } from '../../../../shared/model/letter.ts'
import type { Route } from '../../../navigation.ts'

/** Where a text that was begun is gone on with. */
export const textsRoute: Route = { screen: 'settings', section: 'texts' }

export type LetterTexts = Input<'templates.save'>['texts']

/** Which text of a letter: one of its three lines, or a block by its place. */
export type Spot = 'title' | 'mailSubject' | 'mailText' | number

/** The text of a block as it is typed; a list has an item a line. Null: the block has no text of its own. */
export function textOfBlock(block: LetterBlock): string | null {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.text
    case 'list':
      return block.items.join('\n')
    case 'listOf':
      return null
  }
}

export function textAt(text: LetterText, spot: Spot): string {
  if (typeof spot !== 'number') return text[spot]
  const block = text.blocks[spot]
  return (block && textOfBlock(block)) ?? ''
}

export function withText(texts: LetterTexts, lang: Lang, spot: Spot, typed: string): LetterTexts {
  const text = texts[lang]
  if (typeof spot !== 'number') return { ...texts, [lang]: { ...text, [spot]: typed } }
  const blocks = text.blocks.map((block, index) => (index === spot ? withBlockText(block, typed) : block))
  return { ...texts, [lang]: { ...text, blocks } }
}

function withBlockText(block: LetterBlock, typed: string): LetterBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: typed }
    case 'list':
      return { ...block, items: typed.split('\n') }
    case 'listOf':
      return block
  }
}

/** Whether some text is empty, so that the letter would have a gap. */
export function hasGap(texts: LetterTexts): boolean {
  return [texts.ru, texts.kk].some(({ title, mailSubject, mailText, blocks }) =>
    [title, mailSubject, mailText, ...blocks.map(textOfBlock)].some((text) => text?.trim() === ''),
  )
}

/** As it is checked and saved: a list without the lines that were left empty. */
export function tidied(texts: LetterTexts): LetterTexts {
  const tidy = (text: LetterText): LetterText => ({
    ...text,
    blocks: text.blocks.map((block) =>
      block.type === 'list' ? { ...block, items: block.items.filter((item) => item.trim() !== '') } : block,
    ),
  })
  return { ru: tidy(texts.ru), kk: tidy(texts.kk) }
}
