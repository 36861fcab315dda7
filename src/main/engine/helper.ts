import { parentPort, workerData } from 'node:worker_threads'
import { type Check, inspectRegister, rekeyRegister, settleCopy } from './db/inspect.ts'
import { asFailure } from './faults.ts'
import { deriveKey, type Kdf } from './vault/kdf.ts'
import { ok, type Result } from '../../shared/errors.ts'

/** The schema of the register that was worked on. */
export type Found = { schema: number }
export type Derived = { key: Uint8Array }

/**
 * Work that would hold up the engine for seconds, in a thread of its own that lives as long as the work. It opens only
 * copies that nobody else has open.
 */
export type HelperTask = { path: string; key: Uint8Array } & (
  | { kind: 'inspect'; check: Check; stop?: StopFlag }
  | { kind: 'settle' }
  | { kind: 'rekey'; nextKey: Uint8Array }
)

/** Shared between threads: not 0 once the work is to end early. */
export type StopFlag = Int32Array<SharedArrayBuffer>

function work(task: HelperTask): Found {
  switch (task.kind) {
    case 'inspect': {
      const { stop } = task
      return inspectRegister(task.path, task.key, task.check, () => !!stop && Atomics.load(stop, 0) !== 0)
    }
    case 'settle':
      return settleCopy(task.path, task.key)
    case 'rekey':
      rekeyRegister(task.path, task.key, task.nextKey)
      return inspectRegister(task.path, task.nextKey)
  }
}

function answer(task: HelperTask): Result<Found> {
  try {
    return ok(work(task))
  } catch (error) {
    return asFailure(error, `helper.${task.kind}`, task.path)
  } finally {
    task.key.fill(0)
    if (task.kind === 'rekey') task.nextKey.fill(0)
  }
}

/** The memory that Argon2id filled, and what was typed, go with the thread. */
export type DeriveTask = { kind: 'derive'; secret: string; kdf: Kdf }

const task = workerData as HelperTask | DeriveTask
parentPort?.postMessage(
  task.kind === 'derive' ? ok({ key: await deriveKey(task.secret, task.kdf) }) : answer(task),
)
