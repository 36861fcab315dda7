import Papa from 'papaparse'

/** What a spreadsheet would take for a formula; a telephone number is none. */
const formula = /^[\t\r\n]|^\s*(?:[=@|＝＠]|[+\-＋－](?![\d\s()+.-]*$))/u

/** Rows as CSV, without an end of line after the last. What a spreadsheet would run is made text. */
export function csvRows(rows: readonly (readonly string[])[], delimiter: string): string {
  return Papa.unparse(rows as string[][], { delimiter, escapeFormulae: formula })
}

/** UTF-8 with the mark that spreadsheets need to take it for that. */
export function csvFile(parts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${parts.join('\r\n')}\r\n`)
}
