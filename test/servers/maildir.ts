import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A mailbox as Postfix delivers into it, and as Dovecot reads it: one file a message. */
export type Maildir = {
  folder: string
  /** Messages as they were delivered, the oldest first. */
  messages: () => Uint8Array[]
}

export function maildirOf(folder: string): Maildir {
  const fresh = join(folder, 'new')
  return {
    folder,
    messages: () =>
      existsSync(fresh)
        ? readdirSync(fresh)
            .sort()
            .map((name) => new Uint8Array(readFileSync(join(fresh, name))))
        : [],
  }
}
