import { Worker, type ResourceLimits } from 'node:worker_threads'
import { partsOf, type ReportDocument } from '../../../core/reports/document.ts'
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
const letterLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 }
/** Hundreds of pages stand in memory as a whole until they are drawn. */
const longLimits = { maxOldGenerationSizeMb: 2_048 }
/** So many rows of tables make a paper long. */
const longRows = 2_000

/**
 * Sets letters in a worker, so that the engine answers meanwhile. It starts at once, to have the fonts read before the
 * first letter. A long paper gets a worker of its own, with room, which ends with it.
 */
export function typesetterIn(
  workerUrl: URL,
  resources: string,
  limits: ResourceLimits = letterLimits,
): Typesetter {
  const own = new Set<Setter>()
  const setter = setterIn(workerUrl, resources, limits)

  async function setLong(document: ReportDocument): Promise<Uint8Array> {
    const one = setterIn(workerUrl, resources, longLimits)
    own.add(one)
    try {
      return await one.ask((id) => ({ id, method: 'typesetReport', document }))
    } finally {
      own.delete(one)
      await one.close()
    }
  }

  return {
    typeset: (document) => setter.ask((id) => ({ id, method: 'typeset', document })),
    typesetReport: (document) =>
      rowsOf(document) > longRows
        ? setLong(document)
        : setter.ask((id) => ({ id, method: 'typesetReport', document })),
    close: async () => {
      await Promise.all([setter, ...own].map((one) => one.close()))
    },
  }
}

function rowsOf(document: ReportDocument): number {
  const blocks = partsOf(document).flatMap((part) => part.blocks)
  return blocks.reduce((sum, block) => sum + (block.type === 'table' ? block.rows.length : 0), 0)
}

type Setter = { ask: <T>(call: (id: number) => TypesetCall) => Promise<T>; close: () => Promise<void> }

/** A worker that sets what it is asked to; one that fell is started again by the next call. */
function setterIn(workerUrl: URL, resources: string, resourceLimits: ResourceLimits): Setter {
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
    ask,
    close: async () => {
      await worker?.terminate()
    },
  }
}
