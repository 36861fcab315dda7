import { Worker } from 'node:worker_threads'
import { AppFailure, fail, type Result } from '../../shared/errors.ts'
import { must } from './failure.ts'
import type { Derived, DeriveTask, Found, HelperTask } from './helper.ts'
import type { Ports } from './ports.ts'
import type { Derive } from './vault/kdf.ts'

/** Runs one piece of heavy work in a thread of its own, which gets copies of the keys; these are wiped. Fails as the work does. */
export function runHelper({ helper }: Ports, task: HelperTask): Promise<Found> {
  const found = inThread<Found>(helper, task)
  task.key.fill(0)
  if (task.kind === 'rekey') task.nextKey.fill(0)
  return found
}

/** Derives keys by the helper. */
export function deriveBy(helper: URL): Derive {
  return async (secret, kdf) => (await inThread<Derived>(helper, { kind: 'derive', secret, kdf })).key
}

function inThread<T>(helper: URL | undefined, task: HelperTask | DeriveTask): Promise<T> {
  // In the sources, where no bundle says otherwise, it lies beside this file.
  const worker = new Worker(helper ?? new URL('helper.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    let result: Result<T> = fail('internal', {})
    worker.on('message', (answer: Result<T>) => {
      result = answer
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      try {
        resolve(must(result))
      } catch (error) {
        reject(error instanceof AppFailure ? error : new AppFailure('internal', {}))
      }
    })
  })
}
