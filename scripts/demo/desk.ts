import { randomBytes } from 'node:crypto'
import { createApp, type App } from '../../src/main/engine/app.ts'
import { AppFailure } from '../../src/shared/errors.ts'
import type { Clock } from '../../src/main/engine/ports.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'

/** An officer at work: the engine over a vault, asked by the same calls as the window asks it. */
export type Desk = {
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Resolves when no mail is queued or under way. */
  mailSettled(): Promise<void>
  close(): Promise<void>
}

export function openDesk(vault: string, clock: Clock): Desk {
  let mailChanged = Promise.withResolvers<void>()
  const app: App = createApp({
    ports: {
      clock,
      random: { bytes: (size) => randomBytes(size) },
      resources: 'resources',
    },
    vault,
    onEvent: (event) => {
      if (!('changed' in event) || !event.changed.includes('mail')) return
      mailChanged.resolve()
      mailChanged = Promise.withResolvers()
    },
  })
  const ask: Desk['ask'] = async (name, input) => {
    const result = await app.dispatch(name, input)
    if (!result.ok) throw new AppFailure(result.error.code, result.error.details)
    return result.value as never
  }
  return {
    ask,
    mailSettled: async () => {
      for (;;) {
        const next = mailChanged.promise
        const { mails } = await ask('mail.outbox', { limit: 500 })
        if (!mails.some((mail) => mail.state === 'queued' || mail.state === 'sending')) return
        await next
      }
    },
    close: () => app.close(),
  }
}
