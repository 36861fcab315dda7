import { AsyncLocalStorage } from 'node:async_hooks'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3-multiple-ciphers'
import { almatyDate } from '../../core/calendar/almaty.ts'
import type { Call } from '../../shared/contract/call.ts'
import type { ChangedNoun, EngineEvent } from '../../shared/contract/index.ts'
import { AppFailure } from '../../shared/errors.ts'
import type { AuditAction, AuditDetails } from '../../shared/model/audit.ts'
import type { CaseId } from '../../shared/model/ids.ts'
import type { Role } from '../../shared/model/key.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { Disclosures } from './audit/disclosures.ts'
import { isAnyTouched, noteTouchedRows, sealTouched } from './audit/row-seals-store.ts'
import { IntegrityWatch } from './audit/watch.ts'
import { appendEntries, type NewEntry } from './audit/store.ts'
import { refreshIndex } from './cases/search-store.ts'
import { WordMerging } from './cases/word-merging.ts'
import { watchPlace } from './db/in-place.ts'
import { WriteAheadLog } from './db/log.ts'
import { wrapDatabase, type ReadableDb, type WritableDb } from './db/db.ts'
import { readLaw, type RegisterLaw } from './deadlines/law-store.ts'
import { refreshMarksOfPacks } from './deadlines/marks.ts'
import { describeFault } from './faults.ts'
import { HeldPreviews } from './letters/held-previews.ts'
import { typesetterHere, type Typesetter } from './letters/typesetter.ts'
import { HeldArchives } from './mail/held-archives.ts'
import { Outbox } from './mail/outbox.ts'
import { findOfficer } from './officers/store.ts'
import type { Packs } from './packs/load.ts'
import type { Ports } from './ports.ts'
import { hasReminders } from './reminders/due.ts'
import { Tasks } from './tasks/tasks.ts'
import type { Holder } from './vault/store.ts'

/** What a command works with: one transaction that holds the deed and its record. */
export type Deed = {
  db: WritableDb
  /** Moment of the deed as UTC, and its day in Almaty. */
  at: string
  today: LocalDate
  officer: string
  record: (action: AuditAction, caseId: CaseId | null, details: AuditDetails) => void
  /** Screens that show these nouns ask again after the commit. */
  changed: (...nouns: ChangedNoun[]) => void
}

/** What is written and no deed: nobody has to answer for it later. */
export type Jotting = Omit<Deed, 'record'>

/** How a session began. */
export type OpeningDeed = 'vaultCreated' | 'vaultUnlocked' | 'vaultRestored'

/** What the contract calls the call under way: in a query no command runs. */
export const callKind = new AsyncLocalStorage<Call['kind']>()

const minuteMs = 60_000

/** An open vault: from unlock to lock. */
export class Session {
  readonly ports: Ports
  readonly packs: Packs
  readonly holder: Holder
  readonly heldPreviews = new HeldPreviews()
  readonly heldArchives = new HeldArchives()
  readonly disclosures: Disclosures
  readonly integrity: IntegrityWatch
  readonly announce: (event: EngineEvent) => void
  readonly outbox: Outbox
  readonly tasks: Tasks
  readonly typesetter: Typesetter
  readonly #connection: Database.Database
  readonly #log: WriteAheadLog
  readonly #wordMerging: WordMerging
  readonly #db: WritableDb
  readonly #readable: ReadableDb
  readonly #release: () => void
  readonly #isInPlace: () => boolean
  #law: RegisterLaw | null = null
  #dayWatch: NodeJS.Timeout | undefined

  constructor(
    ports: Ports,
    packs: Packs,
    connection: Database.Database,
    holder: Holder,
    /** Lets other processes at the vault again. */
    release: () => void,
    announce: (event: EngineEvent) => void,
  ) {
    this.ports = ports
    this.packs = packs
    this.holder = holder
    this.#connection = connection
    const log = new WriteAheadLog(connection)
    this.#log = log
    this.#wordMerging = new WordMerging(
      connection,
      () => !log.isHeld,
      () => log.grew(),
    )
    noteTouchedRows(connection)
    this.#db = wrapDatabase(connection)
    this.#isInPlace = watchPlace(connection.name)
    this.#readable = { get: this.#db.get, all: this.#db.all }
    this.#release = release
    this.announce = announce
    this.disclosures = new Disclosures(this)
    this.integrity = new IntegrityWatch(this)
    this.outbox = new Outbox(this)
    this.tasks = new Tasks(announce)
    this.typesetter = ports.typesetter ?? typesetterHere(ports.resources)
  }

  /** Records how the session began and, where an officer works, sends what waits. */
  start(deed: OpeningDeed, details: AuditDetails): void {
    this.command(({ db, record }) => {
      refreshIndex(db)
      refreshMarksOfPacks(db, this.law, this.packs)
      record(deed, null, details)
    })
    if (this.role === 'officer') this.outbox.wake()
    this.integrity.start()
    this.#watchDay()
  }

  get role(): Role {
    return this.holder.role
  }

  /** Who works, by the name that the register has for them now. */
  get officer(): string {
    return this.query((db) => findOfficer(db, this.holder.id))?.name ?? this.holder.name
  }

  get today(): LocalDate {
    return almatyDate(this.ports.clock.now())
  }

  /** The rules and calendars by which dates are counted. */
  get law(): RegisterLaw {
    this.#law ??= this.query((db) => readLaw(db, this.packs))
    return this.#law
  }

  /** After a change of the law it is read anew. */
  forgetLaw(): void {
    this.#law = null
  }

  query<T>(work: (db: ReadableDb) => T): T {
    return work(this.#readable)
  }

  /**
   * Runs a deed in one durable transaction; what it throws rolls back the deed and its record alike. One that writes
   * records what it did. Fails with `vaultFileGone`.
   */
  command<T>(work: (deed: Deed) => T): T {
    return this.#transact((jotting) => {
      const entries: NewEntry[] = []
      const { at, officer: actor } = jotting
      const before = this.#rowsChanged()
      const done = work({
        ...jotting,
        record: (action, caseId, details) => entries.push({ at, actor, action, caseId, details }),
      })
      if (entries.length === 0 && this.#rowsChanged() > before)
        throw new Error('a deed writes and records nothing')
      this.#append(entries)
      return done
    })
  }

  #append(entries: readonly NewEntry[]): void {
    if (entries.length === 0) return
    const { random } = this.ports
    appendEntries(this.#db, random, entries, sealTouched(this.#db, random))
  }

  /** As `command`, for what is being typed, what somebody was told, how far something was read: it leaves no entry. */
  unrecorded<T>(work: (jotting: Jotting) => T): T {
    return this.#transact((jotting) => {
      const done = work(jotting)
      if (isAnyTouched(this.#db)) throw new Error('what the record seals is written without an entry')
      return done
    })
  }

  #transact<T>(work: (jotting: Jotting) => T): T {
    if (callKind.getStore() === 'query') throw new Error('a query must not write')
    const now = this.ports.clock.now()
    const nouns = new Set<ChangedNoun>()
    const jotting: Jotting = {
      db: this.#db,
      at: new Date(now).toISOString(),
      today: almatyDate(now),
      officer: this.officer,
      changed: (...changed) => changed.forEach((noun) => nouns.add(noun)),
    }
    const transaction = this.#connection.transaction(() => {
      const done = work(jotting)
      this.mustBeInPlace()
      return done
    })
    const result = transaction.immediate()
    this.#log.grew()
    this.#wordMerging.wait()
    if (nouns.size > 0) this.announce({ changed: [...nouns] })
    return result
  }

  /** Since the register was opened. */
  #rowsChanged(): number {
    return this.#db.get<{ rows: number }>('SELECT total_changes() AS rows')?.rows ?? 0
  }

  /** Runs deeds in one durable transaction: one that fails is rolled back alone, and all of them if it can't be kept. */
  together<T>(deeds: () => T): T {
    return this.#connection.transaction(deeds).immediate()
  }

  /** Fails with `vaultFileGone`. */
  mustBeInPlace(): void {
    if (!this.#isInPlace()) throw new AppFailure('vaultFileGone', { folder: dirname(this.#connection.name) })
  }

  /** `WriteAheadLog.holdStill`; fails with `vaultFileGone`. */
  holdStill<T>(work: () => Promise<T>): Promise<T> {
    this.mustBeInPlace()
    return this.#log.holdStill(work)
  }

  /** Gives back the memory of the register's pages, which long work goes through once; those asked for next are read again. */
  releasePages(): void {
    this.#connection.pragma('shrink_memory')
  }

  /** `WriteAheadLog.empty`. */
  emptyLog(): void {
    this.#log.empty()
  }

  /** Letters that were set and not issued hold what was erased, or set right, too. */
  forgetShown(): void {
    this.heldPreviews.clear()
  }

  /**
   * At midnight in Almaty other cases are due today, and others late; by day there is what to remind of, and to send again.
   * A page that can't be read is told by the calls that meet it, and by the check: it must not end the engine.
   */
  #watchDay(): void {
    let day = this.today
    this.#dayWatch = setInterval(() => {
      if (this.today !== day) this.announce({ changed: ['cases'] })
      day = this.today
      if (this.role === 'officer') this.outbox.wake()
      try {
        if (hasReminders(this)) this.announce({ changed: ['reminders'] })
      } catch (error) {
        console.error(`reminders: ${describeFault(error)}`)
      }
    }, minuteMs).unref()
  }

  /** Where it can't be recorded, on a full disk or in a file that is gone, the vault is locked all the same. */
  #recordLock(): void {
    try {
      this.command(({ record }) => record('vaultLocked', null, {}))
    } catch (error) {
      if (!(error instanceof AppFailure)) console.error(`the lock is not on record: ${describeFault(error)}`)
    }
  }

  /** Waits for a message on its way out, records the lock and closes the file. */
  async close(): Promise<void> {
    clearInterval(this.#dayWatch)
    this.integrity.stop()
    this.tasks.cancelAll()
    await this.outbox.stop()
    this.heldPreviews.clear()
    this.heldArchives.clear()
    await this.#log.held
    this.#recordLock()
    this.#connection.close()
    this.#release()
  }
}
