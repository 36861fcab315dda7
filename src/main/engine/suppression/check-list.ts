import Papa from 'papaparse'
import { contactKeys } from '../../../core/identity/contact-key.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { UiLang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { csvFile, csvRows } from '../csv/write.ts'
import { decodeList } from './decode.ts'

/** Since when a contact is in the list; undefined: it is not. */
export type Lookup = (contact: ReturnType<typeof contactKeys>[number]) => LocalDate | undefined

type Step = (done: number, total: number) => Promise<void>

/** Characters read at once: other calls are answered in between. */
const chunkSize = 64 * 1024

const words = {
  ru: { column: 'Рассылка', no: (on: string) => `нельзя: отказ с ${on}`, yes: 'можно' },
  kk: { column: 'Тарату', no: (on: string) => `болмайды: ${on} бастап бас тартқан`, yes: 'болады' },
  en: { column: 'Mailing', no: (on: string) => `no: opted out on ${on}`, yes: 'yes' },
} as const satisfies Record<UiLang, unknown>

const russianDate = (date: string): string => date.split('-').toReversed().join('.')

/** Compares each row of a mailing list in CSV with the list. Fails with `listUnreadable`. */
export async function checkList(
  bytes: Uint8Array,
  lang: UiLang,
  lookup: Lookup,
  step: Step,
): Promise<Output<'suppression.checkList'>> {
  const { text, delimiter } = withoutSign(decodeList(bytes))
  const sheet = new Sheet(lang, lookup)
  await readRows(text, delimiter, async (rows, used, done) => {
    sheet.add(rows, used)
    await step(Math.min(done, text.length), text.length)
  })
  if (sheet.rows === 0) throw new AppFailure('listUnreadable', {})
  return sheet.result()
}

/** A first line `sep=;` tells a spreadsheet what stands between the cells, and is no row. `delimiter` empty: to be found. */
function withoutSign(text: string): { text: string; delimiter: string } {
  const [line = '', delimiter = ''] = /^sep=([^"\r\n])(?:\r\n?|\n)/i.exec(text) ?? []
  return { text: text.slice(line.length), delimiter }
}

/** Two files in the making: every row marked, and the rows that may be mailed to. */
class Sheet {
  rows = 0
  #suppressed = 0
  #blank = 0
  #hasHeader: boolean | null = null
  readonly #marked: string[] = []
  readonly #allowed: string[] = []
  readonly #lang: UiLang
  readonly #lookup: Lookup

  constructor(lang: UiLang, lookup: Lookup) {
    this.#lang = lang
    this.#lookup = lookup
  }

  add(rows: readonly string[][], delimiter: string): void {
    const marked: string[][] = []
    const allowed: string[][] = []
    const { column, no, yes } = words[this.#lang]
    for (const row of rows) {
      const contacts = contactKeys(row.join(' ; '))
      // A first row without any contact names the columns.
      this.#hasHeader ??= contacts.length === 0
      if (this.#hasHeader && this.#marked.length === 0 && marked.length === 0) {
        marked.push([...row, column])
        allowed.push(row)
        continue
      }
      this.rows += 1
      if (contacts.length === 0) this.#blank += 1
      const since = contacts.map(this.#lookup).find((on) => on !== undefined)
      marked.push([...row, since === undefined ? yes : no(russianDate(since))])
      if (since === undefined) allowed.push(row)
      else this.#suppressed += 1
    }
    // A chunk within one long cell, or of empty rows alone, holds none.
    if (marked.length > 0) this.#marked.push(csvRows(marked, delimiter))
    if (allowed.length > 0) this.#allowed.push(csvRows(allowed, delimiter))
  }

  result(): Output<'suppression.checkList'> {
    return {
      rows: this.rows,
      suppressed: this.#suppressed,
      blank: this.#blank,
      marked: csvFile(this.#marked),
      allowed: csvFile(this.#allowed),
    }
  }
}

/** Reads the rows a chunk at a time; the next one waits until the work on this one is done. */
function readRows(
  text: string,
  delimiter: string,
  work: (rows: string[][], delimiter: string, done: number) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const config: Papa.ParseLocalConfig<string[]> = {
      delimiter,
      skipEmptyLines: 'greedy',
      chunkSize,
      chunk: ({ data, meta }, parser) => {
        parser.pause()
        work(data, meta.delimiter, meta.cursor).then(
          () => parser.resume(),
          (error: unknown) => {
            // An aborted parser calls itself complete.
            reject(error)
            parser.abort()
          },
        )
      },
      complete: () => resolve(),
      error: reject,
    }
    // The types know chunks of files alone; strings are read in chunks just so.
    Papa.parse<string[]>(text, config as never)
  })
}
