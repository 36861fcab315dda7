import type { Output } from '../../../shared/contract/index.ts'
import { asFailure } from '../faults.ts'
import type { Session } from '../session.ts'
import { forgetStaleSeals, hasStaleSeals, staleCases } from './seal-store.ts'
import { verifyRegister } from './verify.ts'

type Finding = Output<'audit.verify'>
type LastCheck = { at: string; whole: boolean; finding: Finding }
type Hindrance = NonNullable<Output<'audit.status'>['hindered']>

/** The unlocked desk shows itself first. */
const firstAfterMs = 5_000
const dayMs = 24 * 60 * 60_000
const sealChunk = 50

/** Checks the register by itself, soon after it was opened and once a day, in pieces between other calls. */
export class IntegrityWatch {
  readonly #session: Session
  readonly #timers: NodeJS.Timeout[] = []
  #last: LastCheck | null = null
  #hindered: Hindrance | null = null
  #stopped = false

  constructor(session: Session) {
    this.#session = session
  }

  get last(): LastCheck | null {
    return this.#last
  }

  /** Why the last check by itself came to no end; null where it did. */
  get hindered(): Hindrance | null {
    return this.#hindered
  }

  start(): void {
    const check = (): void => void this.check()
    this.#timers.push(setTimeout(check, firstAfterMs).unref(), setInterval(check, dayMs).unref())
  }

  stop(): void {
    this.#stopped = true
    this.#timers.forEach((timer) => clearTimeout(timer))
  }

  /** What a check found, by itself or asked for; the desk is told. */
  keep(finding: Finding): void {
    const whole = finding.brokenAt === null && finding.faults.length === 0
    this.#last = { at: this.#moment(), whole, finding }
    this.#hindered = null
    this.#session.announce({ changed: ['audit'] })
  }

  /** Nobody asked for it, so what stands in its way is kept for the desk. */
  async check(): Promise<void> {
    try {
      await this.#seal()
      this.keep(await verifyRegister(this.#session, null, () => this.#breathe()))
    } catch (error) {
      if (this.#stopped) return
      this.#hindered = { at: this.#moment(), fault: asFailure(error, 'audit.check', '').error.code }
      this.#session.announce({ changed: ['audit'] })
    }
  }

  #moment(): string {
    return new Date(this.#session.ports.clock.now()).toISOString()
  }

  /** Puts cases of an older program on record as this one knows them. */
  async #seal(): Promise<void> {
    if (!this.#session.query(hasStaleSeals)) return
    for (let after: number | null = 0; after !== null;) {
      const from: number = after
      const { last, stale } = this.#session.query((db) => staleCases(db, from, sealChunk))
      if (stale.length > 0)
        this.#session.command(({ record }) => stale.forEach((id) => record('caseSealed', id, {})))
      after = last
      await this.#breathe()
    }
    this.#session.unrecorded(({ db }) => forgetStaleSeals(db))
  }

  /** Lets other calls in between; ends the work once the register is being locked. */
  async #breathe(): Promise<void> {
    await new Promise(setImmediate)
    if (this.#stopped) throw new Error('the register is being locked')
  }
}
