/** The line at the foot of each page, without its spaces: number line, then the page in one language or in both. */
const footers =
  /(?:Исх\.|Шығ\.|Акт)№[\p{L}\d/-]*?\d+(?:стр\.\d+из\d+|\d+беттің\d+-беті)(?:\/стр\.\d+из\d+)?/gu

/**
 * The canonical content of a letter, which its check code holds the SHA-256 of (as UTF-8): all its words in the order
 * in which they stand in the PDF, in NFC, without any white space, without the foot of each page and without the
 * header of a table where it is repeated. Two files with the same content say the same, whatever program wrote them.
 */
export function contentOf(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, '').replace(footers, '')
}

/** Numbers of letters that a text might name, each once, in its order. */
export function numbersIn(words: string): string[] {
  return [...new Set(words.match(/(?:\p{Lu}+-)?\d{4}-\d{4,}/gu))]
}
