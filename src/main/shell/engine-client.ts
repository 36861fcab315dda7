import { Worker } from 'node:worker_threads'
import type { EngineEvent } from '../../shared/contract/index.ts'
import { fail, type Result } from '../../shared/errors.ts'

type Reply = { id: number; result: Result<unknown> } | { event: EngineEvent }

export type EngineClient = {
  call(name: string, input: unknown): Promise<Result<unknown>>
  /** Locks the vault and ends the worker. */
  close(): Promise<void>
}

/** Starts the engine in its worker and carries calls to it and events from it. */
export function startEngine(
  workerUrl: URL,
  places: { vault: string; resources: string },
  onEvent: (event: EngineEvent) => void,
): EngineClient {
  const worker = new Worker(workerUrl, { workerData: places })
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let lastId = 0
  let hasEnded = false

  worker.on('message', (reply: Reply) => {
    if ('event' in reply) return onEvent(reply.event)
    waiting.get(reply.id)?.(reply.result)
    waiting.delete(reply.id)
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  void ended.then(() => {
    hasEnded = true
    for (const answer of waiting.values()) answer(fail('internal', {}))
    waiting.clear()
  })
  worker.on('error', (error) => console.error(`the engine stopped: ${error.name}`))

  return {
    call: (name, input) =>
      new Promise((resolve) => {
        if (hasEnded) return resolve(fail('internal', {}))
        lastId += 1
        waiting.set(lastId, resolve)
        worker.postMessage({ id: lastId, name, input })
      }),
    close: () => {
      worker.postMessage('close')
      return ended
    },
  }
}
