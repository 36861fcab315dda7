import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { engineLimits } from '../../src/main/shell/engine-limits.ts'
import type { Result } from '../../src/shared/errors.ts'

export type Ask = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** The built engine in its worker, as the shell has it. Imports nothing of the engine, so that its memory is its own. */
export function startEngine(vault: string): { ask: Ask; close: () => Promise<void> } {
  const worker = new Worker(resolve('out/main/engine.js'), {
    workerData: { vault, resources: 'resources' },
    resourceLimits: engineLimits,
  })
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let lastId = 0
  worker.on('message', (message: { id?: number; result?: Result<unknown>; keychain?: { id: number } }) => {
    if (message.keychain) worker.postMessage({ keychain: { id: message.keychain.id, answer: null } })
    if (message.id !== undefined && message.result) waiting.get(message.id)?.(message.result)
  })
  const ask: Ask = async (name, input) => {
    lastId += 1
    const id = lastId
    worker.postMessage({ id, name, input })
    const result = await new Promise<Result<unknown>>((done) => waiting.set(id, done))
    waiting.delete(id)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
    return result.value as never
  }
  const ended = new Promise<void>((done) => worker.once('exit', () => done()))
  const close = (): Promise<void> => {
    worker.postMessage('close')
    return ended
  }
  return { ask, close }
}
