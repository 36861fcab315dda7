import type { EngineEvent } from '../../../shared/contract/index.ts'
import type { TaskId } from '../../../shared/contract/tasks.ts'
import { AppFailure } from '../../../shared/errors.ts'

/** Long work under way: each piece tells how far it is, lets other calls in between, and can be cancelled. */
export class Tasks {
  readonly #cancelled = new Map<TaskId, boolean>()
  readonly #announce: (event: EngineEvent) => void

  constructor(announce: (event: EngineEvent) => void) {
    this.#announce = announce
  }

  /**
   * Runs a task. The work calls `step` as often as it has done something: that tells the desk, lets other calls be
   * answered, and fails with `taskCancelled` once the officer has had enough.
   */
  async run<T>(
    id: TaskId,
    work: (step: (done: number, total: number) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    this.#cancelled.set(id, false)
    try {
      return await work(async (done, total) => {
        this.#announce({ progress: { task: id, done, total } })
        await new Promise(setImmediate)
        if (this.#cancelled.get(id)) throw new AppFailure('taskCancelled', {})
      })
    } finally {
      this.#cancelled.delete(id)
    }
  }

  /** Does one thing after another, until all are done or the officer has had enough; what was done is told either way. */
  each<T, R>(
    id: TaskId,
    things: readonly T[],
    work: (thing: T) => R | Promise<R>,
  ): Promise<{ done: R[]; stopped: boolean }> {
    return this.inBatches(id, things, 1, async (batch) => Promise.all(batch.map(work)))
  }

  /** As `each`, so many things at once. */
  async inBatches<T, R>(
    id: TaskId,
    things: readonly T[],
    size: number,
    work: (batch: readonly T[], rest: readonly T[]) => Promise<R[]>,
  ): Promise<{ done: R[]; stopped: boolean }> {
    const done: R[] = []
    try {
      await this.run(id, async (step) => {
        while (done.length < things.length) {
          const rest = things.slice(done.length + size)
          done.push(...(await work(things.slice(done.length, done.length + size), rest)))
          await step(done.length, things.length)
        }
      })
    } catch (error) {
      if (!(error instanceof AppFailure && error.code === 'taskCancelled')) throw error
    }
    return { done, stopped: done.length < things.length }
  }

  get isWorking(): boolean {
    return this.#cancelled.size > 0
  }

  /** A task that has ended, or never was, can't be cancelled: nothing happens. */
  cancel(id: TaskId): void {
    if (this.#cancelled.has(id)) this.#cancelled.set(id, true)
  }

  cancelAll(): void {
    for (const id of this.#cancelled.keys()) this.#cancelled.set(id, true)
  }
}
