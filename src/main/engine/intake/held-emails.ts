import type { ParsedEmail } from './read-email.ts'

export type HeldEmail = { bytes: Uint8Array; sha256: string; email: ParsedEmail }

/** One is on the screen; one more, should the officer go back. Each may be as large as the largest e-mail. */
const most = 2

/** E-mails that were read and not registered yet. They live in memory only, and no longer than the session. */
export class HeldEmails {
  readonly #emails = new Map<string, HeldEmail>()

  hold(held: HeldEmail): string {
    this.#emails.delete(held.sha256)
    this.#emails.set(held.sha256, held)
    const oldest = this.#emails.keys().next().value
    if (this.#emails.size > most && oldest !== undefined) this.#emails.delete(oldest)
    return held.sha256
  }

  find(id: string): HeldEmail | undefined {
    return this.#emails.get(id)
  }

  forget(id: string): void {
    this.#emails.delete(id)
  }

  clear(): void {
    this.#emails.clear()
  }
}
