import type { LetterBlock, LetterTemplate } from '../../shared/model/letter.ts'

/** The texts of a letter part by part, by the names that the record has for them: `heading.ru`, `block.kk.3`. */
export function toldTexts(texts: LetterTemplate['texts']): Record<string, string> {
  const parts = (['ru', 'kk'] as const).flatMap((lang) => {
    const { title, mailSubject, mailText, blocks } = texts[lang]
    return [
      [`heading.${lang}`, title],
      [`mailSubject.${lang}`, mailSubject],
      [`mailText.${lang}`, mailText],
      ...blocks.map((block, index) => [`block.${lang}.${index + 1}`, wordsOf(block)]),
    ]
  })
  return Object.fromEntries(parts) as Record<string, string>
}

function wordsOf(block: LetterBlock): string {
  switch (block.type) {
    case 'list':
      return block.items.join('\n')
    case 'listOf':
      return ''
    case 'heading':
    case 'paragraph':
      return block.text
  }
}
