import { parentPort, workerData } from 'node:worker_threads'
import { type Check, inspectRegister, rekeyRegister, type Inspection } from './db/inspect.ts'
import { asFailure } from './faults.ts'
import { ok, type Result } from '../../shared/errors.ts'

/**
 * Work that would hold up the engine for seconds, in a thread of its own that lives as long as the work. It opens only
 * copies that nobody else has open.
 */
export type HelperTask = { path: string; key: Uint8Array } & (
  { kind: 'inspect'; check: Check } | { kind: 'rekey'; nextKey: Uint8Array }
)

function work(task: HelperTask): Inspection {
  if (task.kind === 'inspect') return inspectRegister(task.path, task.key, task.check)
  rekeyRegister(task.path, task.key, task.nextKey)
  return inspectRegister(task.path, task.nextKey)
}

function answer(task: HelperTask): Result<Inspection> {
  try {
    return ok(work(task))
  } catch (error) {
    return asFailure(error, `helper.${task.kind}`, task.path)
  } finally {
    task.key.fill(0)
    if (task.kind === 'rekey') task.nextKey.fill(0)
  }
}

parentPort?.postMessage(answer(workerData as HelperTask))
