import type { z } from 'zod'
import type { Disclosure } from '../model/audit.ts'
import type { Role } from '../model/key.ts'

type Schema = z.ZodType

/** One call through the wire. Input and output are parsed on every call. */
export type Call<I extends Schema = Schema, O extends Schema = Schema> = {
  /** A command may write; a query gets a database that can't. */
  kind: 'command' | 'query'
  input: I
  output: O
  /** Answered while the vault is locked, too. */
  whenLocked: boolean
  /** Answered to an auditor, too: every query, and the few commands that say so. */
  forAuditor: boolean
  /** What the record says whenever the call was answered; null: it shows nothing that has to stand there. */
  discloses: Disclosure | null
}

type CallSpec<I extends Schema, O extends Schema> = { input: I; output: O; whenLocked?: true }
type QuerySpec<I extends Schema, O extends Schema> = CallSpec<I, O> & { discloses?: Disclosure }
type CommandSpec<I extends Schema, O extends Schema> = CallSpec<I, O> & { forAuditor?: true }

/** Whether a call is answered to a role. */
export function isCallFor(role: Role, call: Call): boolean {
  return role === 'officer' || call.forAuditor
}

export function command<I extends Schema, O extends Schema>(spec: CommandSpec<I, O>): Call<I, O> {
  return { kind: 'command', whenLocked: false, forAuditor: false, discloses: null, ...spec }
}

export function query<I extends Schema, O extends Schema>(spec: QuerySpec<I, O>): Call<I, O> {
  return { kind: 'query', whenLocked: false, forAuditor: true, discloses: null, ...spec }
}
