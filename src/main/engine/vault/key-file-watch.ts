import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { describeFault } from '../faults.ts'
import type { Session } from '../session.ts'
import type { HeldKeys } from './held-keys.ts'
import { heldSlots, removeSlot } from './store.ts'

type Told = NonNullable<Output<'keys.file'>['told']>

const lookMs = 10_000
const deeds = { absent: 'keyFileGone', replaced: 'keyFileReplaced' } as const

/**
 * Sees to it that `keys.json` lies in its place while the vault is open: without it nothing would open the vault again. One
 * that is gone, or says other than it was left, is written anew from what is held, and that is recorded and told.
 */
export class KeyFileWatch {
  readonly #session: Session
  readonly #keys: HeldKeys
  #timer: NodeJS.Timeout | undefined
  #told: Told | null = null

  constructor(session: Session, keys: HeldKeys) {
    this.#session = session
    this.#keys = keys
  }

  start(): void {
    this.#forgetGone()
    this.#timer = setInterval(() => this.look(), lookMs).unref()
  }

  /**
   * A slot that the register knows and the file does not hold opens nothing any more: a program was cut off before it
   * recorded that, or somebody changed the file while the vault was locked. Whose a key was is forgotten for an officer
   * alone: else who may only read, or has a key of before, could make readers of them all by a file of their own.
   */
  #forgetGone(): void {
    if (this.#session.role !== 'officer') return
    const isHeld = new Set(this.#keys.slots.map(({ id }) => id))
    const gone = this.#session.query(heldSlots).filter(({ slotId }) => !isHeld.has(slotId))
    if (gone.length === 0) return
    this.#session.command(({ db, record }) => {
      for (const { slotId, officer } of gone) {
        removeSlot(db, slotId)
        record('keyGone', null, { officer })
      }
    })
  }

  /** What was last wrong with the file since the vault was opened. */
  get told(): Told | null {
    return this.#told
  }

  look(): void {
    const fault = this.#keys.fault()
    if (fault) this.#mend(fault)
    else if (this.#told && !this.#told.putBack) this.#tell(null)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.look()
  }

  /** Where the register itself is no more in its place, the file may belong to what took it: it is left alone. */
  #mend(fault: Told['fault']): void {
    const now = this.#session.ports.clock.now()
    const isNews = this.#told?.putBack !== false
    let putBack = false
    try {
      this.#session.mustBeInPlace()
      this.#keys.putBack(now)
      putBack = true
      this.#session.command(({ record }) => record(deeds[fault], null, {}))
    } catch (error) {
      if (isNews && !(error instanceof AppFailure)) console.error(`the key file: ${describeFault(error)}`)
    }
    if (isNews || putBack) this.#tell({ fault, at: new Date(now).toISOString(), putBack })
  }

  #tell(told: Told | null): void {
    this.#told = told
    this.#session.announce({ changed: ['keys', 'audit'] })
  }
}
