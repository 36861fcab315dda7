import type Database from 'better-sqlite3-multiple-ciphers'
import { describeFault } from '../faults.ts'

/** The index of words is put in order once nothing was written for so long. */
const quietMs = 1_000
/** Between two steps others have so long. */
const pauseMs = 10
/** Pages of one step; some 5 ms. */
const stepPages = 16

/**
 * Each deed leaves a small part of the index of words behind, and a search reads every part: they are merged while nobody
 * works, step by step, so that neither a deed nor a search waits for it.
 */
export class WordMerging {
  readonly #connection: Database.Database
  readonly #mayWrite: () => boolean
  readonly #wrote: () => void
  #next: NodeJS.Timeout | undefined

  /** `mayWrite`: whether the file may change now; `wrote` is told of each step. */
  constructor(connection: Database.Database, mayWrite: () => boolean, wrote: () => void) {
    this.#connection = connection
    this.#mayWrite = mayWrite
    this.#wrote = wrote
  }

  /** A deed was done: it may have left a part, and more may follow. */
  wait(): void {
    this.#after(quietMs)
  }

  #after(ms: number): void {
    clearTimeout(this.#next)
    this.#next = setTimeout(() => this.#step(), ms).unref()
  }

  /** A failure, on a full disk for one, leaves the index as it was, good to search in. */
  #step(): void {
    if (!this.#connection.open) return
    if (!this.#mayWrite()) return this.wait()
    try {
      if (!mergeWords(this.#connection, stepPages)) return
      this.#wrote()
      this.#after(pauseMs)
    } catch (error) {
      console.error(`the index of words stays in parts: ${describeFault(error)}`)
    }
  }
}

/** Merges parts of the index of words, so many pages of it; false: there was nothing to merge. */
export function mergeWords(connection: Database.Database, pages: number): boolean {
  const changes = (): number => connection.prepare('SELECT total_changes()').pluck().get() as number
  const before = changes()
  connection.prepare("INSERT INTO case_search (case_search, rank) VALUES ('merge', ?)").run(pages)
  // One change is the asking itself: https://sqlite.org/fts5.html#the_merge_command
  return changes() - before >= 2
}
