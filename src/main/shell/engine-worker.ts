import { Worker } from 'node:worker_threads'
import type { EngineEvent } from '../../shared/contract/index.ts'
import { fail, type Result } from '../../shared/errors.ts'
import { engineLimits } from './engine-limits.ts'
import { askKeychain, type KeychainQuestion } from './keychain.ts'

type Reply = { id: number; result: Result<unknown> } | { event: EngineEvent } | { keychain: KeychainQuestion }

export type Places = { vault: string; resources: string }

/** Whatever is under way: a server that answers drop by drop, or a loop without end, keeps the key no longer than this. */
const mostEndMs = 15 * 60_000

/** One worker with an engine in it, from its start to its end. */
export class EngineWorker {
  readonly ended: Promise<void>
  readonly #worker: Worker
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>()
  #lastId = 0
  /** What a call is answered once the worker takes none. */
  #refusal: 'internal' | 'vaultLocked' | null = null
  #onEvent: (event: EngineEvent) => void

  constructor(url: URL, places: Places, onEvent: (event: EngineEvent) => void) {
    this.#onEvent = onEvent
    this.#worker = new Worker(url, { workerData: places, resourceLimits: engineLimits })
    this.#worker.on('message', (reply: Reply) => this.#take(reply))
    this.#worker.on('error', (error) => console.error(`the engine stopped: ${error.name}`))
    this.ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    void this.ended.then(() => this.#refuse('internal'))
  }

  get isAnswering(): boolean {
    return this.#waiting.size > 0
  }

  call(name: string, input: unknown): Promise<Result<unknown>> {
    const refusal = this.#refusal
    if (refusal) return Promise.resolve(fail(refusal, {}))
    this.#lastId += 1
    const id = this.#lastId
    this.#worker.postMessage({ id, name, input })
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }

  /** Locks the vault, at the end of the program after the last backup, and ends the worker. What is still asked of it is answered as a locked vault answers. */
  end(how: 'lock' | 'close'): Promise<void> {
    this.#onEvent = () => undefined
    this.#refuse('vaultLocked')
    this.#worker.postMessage(how)
    const late = setTimeout(() => void this.#worker.terminate(), mostEndMs)
    void this.ended.then(() => clearTimeout(late))
    return this.ended
  }

  #take(reply: Reply): void {
    if ('event' in reply) return this.#onEvent(reply.event)
    if ('keychain' in reply) {
      const { id } = reply.keychain
      this.#worker.postMessage({ keychain: { id, answer: askKeychain(reply.keychain) } })
      return
    }
    this.#waiting.get(reply.id)?.(reply.result)
    this.#waiting.delete(reply.id)
  }

  #refuse(code: 'internal' | 'vaultLocked'): void {
    this.#refusal ??= code
    for (const answer of this.#waiting.values()) answer(fail(code, {}))
    this.#waiting.clear()
  }
}
