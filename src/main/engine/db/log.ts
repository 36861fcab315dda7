import type Database from 'better-sqlite3-multiple-ciphers'
import { describeFault } from '../faults.ts'

/** Pages of the WAL at which a deed has to move it into the file itself: 16 MiB, some sixty registrations in a row. */
const mostPages = 4_000
const quietMs = 500

/**
 * The write-ahead log of the open register. It is moved into the file once nothing was written for a moment, so that hardly
 * a deed has to wait for that.
 */
export class WriteAheadLog {
  readonly #connection: Database.Database
  #quiet: NodeJS.Timeout | undefined
  #isHeld = false
  /** Settles once nothing needs the file to stand still. */
  held: Promise<unknown> = Promise.resolve()

  constructor(connection: Database.Database) {
    this.#connection = connection
    this.#limit(mostPages)
  }

  /** Something was written. */
  grew(): void {
    clearTimeout(this.#quiet)
    if (!this.#isHeld) this.#quiet = setTimeout(() => this.#fold(), quietMs).unref()
  }

  /** What can't be moved now stays in the log, where it is as durable. */
  #fold(): void {
    if (!this.#connection.open) return
    try {
      this.#connection.pragma('wal_checkpoint(PASSIVE)')
    } catch (error) {
      console.error(`the log stays: ${describeFault(error)}`)
    }
  }

  /** Moves all of it into the file and leaves none of it: what was erased stands in it no more. */
  empty(): void {
    this.#connection.pragma('wal_checkpoint(TRUNCATE)')
  }

  /**
   * While the work runs, the register's file stays as it is, whole up to this moment: what is written meanwhile goes to the
   * log. This connection is the only one, so nothing else moves the log into the file.
   */
  holdStill<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.#quiet)
    this.empty()
    this.#limit(0)
    this.#isHeld = true
    const held = work().finally(() => {
      this.#isHeld = false
      this.#limit(mostPages)
      this.grew()
    })
    this.held = held.catch(() => undefined)
    return held
  }

  /** 0: the log grows as it will. */
  #limit(pages: number): void {
    this.#connection.pragma(`wal_autocheckpoint = ${pages}`)
  }
}
