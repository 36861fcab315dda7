import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { describeFault } from '../faults.ts'
import type { Session } from '../session.ts'
import type { HeldKeys } from './held-keys.ts'

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
    this.#timer = setInterval(() => this.look(), lookMs).unref()
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
