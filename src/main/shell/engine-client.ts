import type { EngineEvent } from '../../shared/contract/index.ts'
import { ok, type Result } from '../../shared/errors.ts'
import { EngineWorker, type Places } from './engine-worker.ts'

export type EngineClient = {
  /** How often the vault was locked since the start. */
  readonly locks: number
  /** How often the desk asked for that itself. */
  readonly locksAsked: number
  /** Whether the engine still works on something that was asked of it. */
  readonly isAnswering: boolean
  call(name: string, input: unknown): Promise<Result<unknown>>
  /** Ends the worker of the open vault, and its memory with it; a fresh one, locked, answers from that moment. A locked vault stays as it is. */
  lock(): void
  /** Locks the vault and ends the worker. */
  close(): Promise<void>
}

/** Calls that take hold of the vault: they wait until the worker before has let go of it. */
const takesHold = /^vault\.(unlock|create|restore)/

/** Starts the engine in its worker and carries calls to it and events from it. */
export function startEngine(
  workerUrl: URL,
  places: Places,
  onEvent: (event: EngineEvent) => void,
  /** The vault is being locked. */
  onLock: () => void,
): EngineClient {
  const start = (): EngineWorker => {
    const started = new EngineWorker(workerUrl, places, onEvent)
    // One that broke down had the vault open: it is locked now, and another answers.
    void started.ended.then(() => started === worker && lock())
    return started
  }
  let worker = start()
  let letGo = Promise.resolve()
  /** Whether the worker was asked to open the vault. */
  let mayBeOpen = false
  let locks = 0
  let locksAsked = 0

  function lock(): void {
    if (mayBeOpen) {
      mayBeOpen = false
      locks += 1
      onLock()
      const before = worker
      worker = start()
      letGo = Promise.all([letGo, before.end('lock')]).then(() => undefined)
    }
    onEvent({ changed: ['vault'] })
  }
  return {
    get locks() {
      return locks
    },
    get locksAsked() {
      return locksAsked
    },
    get isAnswering() {
      return worker.isAnswering
    },
    lock,
    call: async (name, input) => {
      if (name === 'vault.lock') {
        locksAsked += 1
        lock()
        return ok({})
      }
      if (takesHold.test(name)) {
        await letGo
        mayBeOpen = true
      }
      return worker.call(name, input)
    },
    close: async () => {
      mayBeOpen = false
      await Promise.all([letGo, worker.end('close')])
    },
  }
}
