import type { MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import type { Keychain } from '../ports.ts'

const Answer = z.object({
  keychain: z.object({ id: z.number(), answer: z.instanceof(Uint8Array).nullable() }),
})

/** The shell's keychain, asked over the worker's port. `take` is given every message and says whether it was an answer. */
export function keychainOver(port: MessagePort): { keychain: Keychain; take: (message: unknown) => boolean } {
  const waiting = new Map<number, (answer: Uint8Array | null) => void>()
  let lastId = 0
  const ask = (what: 'available' | 'seal' | 'open', bytes: Uint8Array): Promise<Uint8Array | null> => {
    lastId += 1
    port.postMessage({ keychain: { id: lastId, what, bytes } })
    return new Promise((resolve) => waiting.set(lastId, resolve))
  }
  return {
    keychain: {
      available: async () => (await ask('available', new Uint8Array())) !== null,
      seal: (secret) => ask('seal', secret),
      open: (sealed) => ask('open', sealed),
    },
    take: (message) => {
      const read = Answer.safeParse(message)
      if (!read.success) return false
      const { id, answer } = read.data.keychain
      waiting.get(id)?.(answer)
      waiting.delete(id)
      return true
    },
  }
}
