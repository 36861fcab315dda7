import { Worker } from 'node:worker_threads'
import { AppFailure, type AppError } from '../../../shared/errors.ts'
import type { Typeset } from './typeset.ts'
import type { Typesetter } from './typesetter.ts'

export type TypesetReply = { id: number } & ({ typeset: Typeset } | { error: AppError })

type Waiting = { resolve: (typeset: Typeset) => void; reject: (error: Error) => void }

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
      if ('typeset' in reply) asked?.resolve(reply.typeset)
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

  return {
    typeset: (document) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        worker ??= start()
        worker.postMessage({ id: lastId, document })
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
