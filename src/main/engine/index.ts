import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { createApp } from './app.ts'
import { typesetterIn } from './letters/worker-typesetter.ts'
import { deriveBy } from './run-helper.ts'
import { keychainOver } from './vault/keychain-wire.ts'

const WorkerData = z.object({ vault: z.string(), resources: z.string() })
const Request = z.object({ id: z.number(), name: z.string(), input: z.unknown() })

if (!parentPort) throw new Error('the engine runs in a worker')
const port = parentPort
const { vault, resources } = WorkerData.parse(workerData)

const { keychain, take } = keychainOver(port)

const helper = new URL('./helper.js', import.meta.url)
const typesetter = typesetterIn(new URL('./typesetter.js', import.meta.url), resources)

const app = createApp({
  ports: {
    clock: { now: () => Date.now() },
    random: { bytes: (size) => randomBytes(size) },
    resources,
    keychain,
    typesetter,
    deriveKey: deriveBy(helper),
    helper,
  },
  vault,
  onEvent: (event) => port.postMessage({ event }),
})

/** `lock` and `close` end the worker once the vault is locked; everything else is a call. */
port.on('message', (message: unknown) => {
  if (take(message)) return
  if (message === 'close' || message === 'lock') {
    void app[message]()
      .finally(() => typesetter.close())
      .finally(() => port.close())
    return
  }
  const { id, name, input } = Request.parse(message)
  void app.dispatch(name, input).then((result) => port.postMessage({ id, result }))
})
