import { almatyDate } from '../../../core/calendar/almaty.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { describeFault } from '../faults.ts'
import type { Opened } from '../vault/opened.ts'
import { checkBackup } from './check.ts'
import { drillRestore } from './drill.ts'
import { makeBackup } from './make.ts'
import { hasChangedSince, isUncopied, lastGoodRun, lastRun, readBackupSettings } from './store.ts'

const minuteMs = 60_000
/** No more work than that hangs on one disk: a register that locked itself in the evening is closed without its key. */
const longestUncopiedMs = 4 * 60 * minuteMs

/** Of a large register, copies before each lock would take no more than a hundredth of the time. */
const pauseOverCopying = 100

/** Makes the backups of an open vault, one at a time: when asked, once a day by itself, before the vault is left, and at the end. */
export class BackupWatch {
  readonly #opened: Opened
  readonly #vault: string
  readonly #timer: NodeJS.Timeout
  #running: Promise<unknown> = Promise.resolve()
  #waiting = 0
  readonly #stop = new Int32Array(new SharedArrayBuffer(4))

  constructor(opened: Opened, vault: string) {
    this.#opened = opened
    this.#vault = vault
    this.#timer = setInterval(() => void this.tend(), minuteMs).unref()
  }

  get isWorking(): boolean {
    return this.#waiting > 0
  }

  /** Makes a backup, which counts from then on, and reads it. */
  async make(): ReturnType<typeof makeBackup> {
    const made = await this.#inTurn(() => makeBackup(this.#opened, this.#vault))
    await this.#check()
    return made
  }

  /** Tries out the newest backup, and reads it where that is still to come. */
  async drill(): ReturnType<typeof drillRestore> {
    const drilled = await this.#inTurn(() => drillRestore(this.#opened, this.#vault))
    await this.#check()
    return drilled
  }

  /**
   * What is due: a backup where none was tried today, for some hours of work, or since other keys or a restore; the
   * reading of one that was not read yet; a drill where none was this month, or a new backup was made since one failed. A
   * failure is recorded, and shown.
   */
  async tend(): Promise<void> {
    await this.#quietly(async () => {
      if (this.#isBackupDue()) await this.make()
      else await this.#check()
    })
    await this.#quietly(async () => {
      if (this.#isDrillDue()) await this.drill()
    })
  }

  /**
   * The last backup before the program ends, if there is anything that the one before does not hold. It is read when the
   * vault is open again.
   */
  async finish(): Promise<void> {
    await this.#quietly(async () => {
      if (this.#hasNews()) await this.#inTurn(() => makeBackup(this.#opened, this.#vault))
    })
  }

  /** As `finish`, while the vault is still open: it is not copied for every pause, nor to a folder that has just failed. */
  async makeBeforeLock(): Promise<void> {
    const { session } = this.#opened
    const last = session.query((db) => lastRun(db, 'backup'))
    const sinceMs = last ? session.ports.clock.now() - Date.parse(last.at) : 0
    const isTooSoon = last && (last.fault !== null || sinceMs < last.ms * pauseOverCopying)
    if (!isTooSoon) await this.finish()
  }

  /** Waits for the backup under way and starts no other. The reading of one is left for another day. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    Atomics.store(this.#stop, 0, 1)
    await this.#running
  }

  get #isStopped(): boolean {
    return Atomics.load(this.#stop, 0) !== 0
  }

  /** In turn as all else, yet nothing that a lock would wait for. */
  #check(): Promise<void> {
    const turn = this.#running.then(() => checkBackup(this.#opened, this.#stop))
    this.#running = turn.catch(() => undefined)
    return turn
  }

  #isAutomatic(): boolean {
    const { session } = this.#opened
    const { folder, automatic } = session.query(readBackupSettings)
    return session.role === 'officer' && automatic && folder !== null
  }

  /** Whether there was a run on this day (10 letters of its date) or in this month (7). */
  #tried(kind: 'backup' | 'drill', letters: number): boolean {
    const { session } = this.#opened
    const last = session.query((db) => lastRun(db, kind))
    return (
      last !== undefined &&
      almatyDate(Date.parse(last.at)).slice(0, letters) === session.today.slice(0, letters)
    )
  }

  /** Whether there is anything that the last good backup does not hold. */
  #hasNews(): boolean {
    return this.#opened.session.query((db) => hasChangedSince(db, lastGoodRun(db, 'backup')?.seq ?? 0))
  }

  #isBackupDue(): boolean {
    const { session } = this.#opened
    const last = session.query((db) => lastRun(db, 'backup'))
    if (!last || !this.#tried('backup', 10) || session.query(isUncopied)) return true
    return session.ports.clock.now() - Date.parse(last.at) >= longestUncopiedMs && this.#hasNews()
  }

  #isDrillDue(): boolean {
    const { session } = this.#opened
    const backup = session.query((db) => lastGoodRun(db, 'backup'))
    if (!backup) return false
    if (!this.#tried('drill', 7)) return true
    const drill = session.query((db) => lastRun(db, 'drill'))
    return drill !== undefined && drill.fault !== null && drill.id < backup.id
  }

  /** What the officer wants done by itself. Nobody asked for it, so nobody is told but by what the desk shows. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      if (!this.#isStopped && this.#isAutomatic()) await work()
    } catch (error) {
      // The vault was locked while a backup was read: it is read another day.
      if (error instanceof AppFailure && error.code === 'taskCancelled') return
      console.error(`backups: ${describeFault(error)}`)
    }
  }

  /** What comes to its turn after the end would work with a key that was wiped. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const begin = (): Promise<T> => {
      if (this.#isStopped) throw new AppFailure('taskCancelled', {})
      return work()
    }
    const turn = this.#running.then(begin).finally(() => (this.#waiting -= 1))
    this.#running = turn.catch(() => undefined)
    return turn
  }
}
