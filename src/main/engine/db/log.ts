import type Database from 'better-sqlite3-multiple-ciphers'
import { describeFault } from '../faults.ts'

/** Pages of the WAL at which it is moved into the file as soon as a deed is answered: for some 30 ms nothing else is. */
const foldPages = 400
/** Pages at which a deed has to do so itself, where nothing came between it and those before. */
const mostPages = 4_000
/** All of the WAL is moved into the file once nothing was written for so long. */
const quietMs = 500

/** The write-ahead log of the open register, which is moved into the file so that hardly a deed has to wait for that. */
export class WriteAheadLog {
  readonly #connection: Database.Database
  #quiet: NodeJS.Timeout | undefined
  #answered: NodeJS.Immediate | undefined
  isHeld = false
  /** Settles once nothing needs the file to stand still. */
  held: Promise<unknown> = Promise.resolve()

  /**
   * What a cut-off program left goes into the file before anything is written: a change that the loss of power tore must
   * not stand behind later ones, where `hasLostChanges` would take it for one that was lost.
   */
  constructor(connection: Database.Database) {
    this.#connection = connection
    this.empty()
    this.#limit(mostPages)
  }

  /** Something was written. */
  grew(): void {
    clearTimeout(this.#quiet)
    clearImmediate(this.#answered)
    this.#answered = setImmediate(() => this.#fold(foldPages))
    this.#quiet = setTimeout(() => this.#fold(1), quietMs).unref()
  }

  /** What can't be moved now stays in the log, where it is as durable. */
  #fold(atLeast: number): void {
    if (!this.#connection.open || this.isHeld) return
    try {
      const [state] = this.#connection.pragma('wal_checkpoint(NOOP)') as {
        log: number
        checkpointed: number
      }[]
      if (!state || state.log - state.checkpointed < atLeast) return
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
    this.empty()
    this.#limit(0)
    this.isHeld = true
    const held = work().finally(() => {
      this.isHeld = false
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
