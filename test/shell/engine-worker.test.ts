import { once } from 'node:events'
import { expect, it, onTestFinished, vi } from 'vitest'
import { EngineWorker } from '../../src/main/shell/engine-worker.ts'

vi.mock('electron', () => ({ safeStorage: {} }))

/** A thread that says it is there, and takes no notice of anything from then on. */
const deaf = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', () => undefined)
parentPort.postMessage({ event: 'there' })`

it('an engine that does not come to its end is ended after a quarter of an hour', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const told = new EventTarget()
  const isThere = once(told, 'event')
  const url = new URL(`data:text/javascript,${encodeURIComponent(deaf)}`)
  const worker = new EngineWorker(url, { vault: '', resources: '' }, () =>
    told.dispatchEvent(new Event('event')),
  )
  await isThere
  let isEnded = false
  const ended = worker.end('lock').then(() => (isEnded = true))
  vi.advanceTimersByTime(15 * 60_000 - 1)
  await new Promise(setImmediate)
  expect(isEnded).toBe(false)
  expect(await worker.call('cases.list', {})).toMatchObject({ error: { code: 'vaultLocked' } })
  vi.advanceTimersByTime(1)
  await ended
})
