import { Worker } from 'node:worker_threads'
import { AppFailure, type AppError } from '../../../shared/errors.ts'
import type { Typesetter } from './typesetter.ts'

/** What is asked of the worker: one of a typesetter's own methods. */
export type TypesetCall = { id: number } & (
  | { method: 'typeset'; document: Parameters<Typesetter['typeset']>[0] }
  | { method: 'typesetReport'; document: Parameters<Typesetter['typesetReport']>[0] }
)
export type TypesetReply = { id: number } & ({ value: unknown } | { error: AppError })

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/** A letter leaves much behind that lives no longer than it does; swept often it takes little room. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 }

/**
 * Sets letters in a worker, so that the engine answers meanwhile. It starts at once, to have the fonts read before the
 * first letter; one that fell is started again by the next.
 */
export function typesetterIn(workerUrl: URL, resources: string): Typesetter {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let worker: Worker | null = start()

  function start(): Worker {
    const started = new Worker(workerUrl, { workerData: { resources }, resourceLimits })
    started.on('message', (reply: TypesetReply) => {
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('value' in reply) asked?.resolve(reply.value as never)
      else asked?.reject(new AppFailure(reply.error.code, reply.error.details))
    })
    started.on('error', (error) => console.error(`the typesetter stopped: ${error.name}`))
    started.once('exit', () => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values()) reject(new AppFailure('internal', {}))
      waiting.clear()
    })
    return started
  }

  function ask<T>(call: (id: number) => TypesetCall): Promise<T> {
    return new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      worker ??= start()
      worker.postMessage(call(lastId))
    })
  }

  return {
    typeset: (document) => ask((id) => ({ id, method: 'typeset', document })),
    typesetReport: (document) => ask((id) => ({ id, method: 'typesetReport', document })),
    close: async () => {
      await worker?.terminate()
    },
  }
}
