import type { z } from 'zod'
import { engineContract, findCall, type Handlers } from '../../shared/contract/index.ts'
import { isCallFor } from '../../shared/contract/call.ts'
import { fail, ok, type Result } from '../../shared/errors.ts'
import { auditHandlers } from './audit/handlers.ts'
import { backupHandlers } from './backup/handlers.ts'
import { blockingHandlers } from './blocking/handlers.ts'
import { bulkHandlers } from './bulk/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { dayHandlers } from './day/handlers.ts'
import { deadlineHandlers } from './deadlines/handlers.ts'
import { draftHandlers } from './drafts/handlers.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { executionHandlers } from './execution/handlers.ts'
import { asFailure } from './faults.ts'
import { intakeHandlers } from './intake/handlers.ts'
import { letterHandlers } from './letters/handlers.ts'
import { mailHandlers } from './mail/handlers.ts'
import { mailboxHandlers } from './mailbox/handlers.ts'
import { nameHandlers } from './names/handlers.ts'
import { paperHandlers } from './papers/handlers.ts'
import { protectionHandlers } from './protection/handlers.ts'
import { relationHandlers } from './relations/handlers.ts'
import { reminderHandlers } from './reminders/handlers.ts'
import { reportHandlers } from './reports/handlers.ts'
import { officerHandlers } from './officers/handlers.ts'
import { callKind, type Session } from './session.ts'
import { retentionHandlers } from './retention/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { suppressionHandlers } from './suppression/handlers.ts'
import { taskHandlers } from './tasks/handlers.ts'
import { keyHandlers } from './vault/key-handlers.ts'
import { templateHandlers } from './templates/handlers.ts'
import { vaultHandlers } from './vault/handlers.ts'
import type { VaultKeeper } from './vault/keeper.ts'

/** Handlers that work on the vault as a whole, open or not. */
const keeperHandlers: Handlers<
  Pick<typeof engineContract, 'vault' | 'keys' | 'backups' | 'drafts'>,
  VaultKeeper
> = {
  ...vaultHandlers,
  ...keyHandlers,
  ...backupHandlers,
  ...draftHandlers,
}

/** Handlers that work in the open vault. */
const sessionHandlers: Handlers<
  Omit<typeof engineContract, 'vault' | 'keys' | 'backups' | 'drafts'>,
  Session
> = {
  ...caseHandlers,
  ...protectionHandlers,
  ...deadlineHandlers,
  ...dayHandlers,
  ...reminderHandlers,
  ...executionHandlers,
  ...blockingHandlers,
  ...suppressionHandlers,
  ...intakeHandlers,
  ...letterHandlers,
  ...mailHandlers,
  ...mailboxHandlers,
  ...nameHandlers,
  ...officerHandlers,
  ...relationHandlers,
  ...bulkHandlers,
  ...reportHandlers,
  ...evidenceHandlers,
  ...retentionHandlers,
  ...settingsHandlers,
  ...auditHandlers,
  ...taskHandlers,
  ...templateHandlers,
  ...paperHandlers,
}

type AnyHandler<Context> = (context: Context, input: unknown) => unknown

export const handlerNames = [...Object.keys(keeperHandlers), ...Object.keys(sessionHandlers)]

/**
 * The only gate of the engine: a known name, an unlocked vault, a role that may, a parsed input; then the handler, and a parsed output.
 * Never rejects: what was expected comes back as a failure, a bug as `internal`.
 */
export async function dispatch(keeper: VaultKeeper, name: string, input: unknown): Promise<Result<unknown>> {
  const call = findCall(engineContract, name)
  if (!call) return fail('unknownCall', {})
  const { session } = keeper
  if (!call.whenLocked && !session) return fail('vaultLocked', {})
  if (session && !isCallFor(session.role, call)) return fail('auditorReadsOnly', {})
  const parsed = call.input.safeParse(input)
  if (!parsed.success) return inputFault(parsed.error)
  // Nothing of an open vault is told, and no failure explained, once it was locked under way.
  const wasLocked = (): boolean => !call.whenLocked && keeper.session !== session
  try {
    const value = await callKind.run(call.kind, () => handle(keeper, session, name, parsed.data))
    if (wasLocked()) return fail('vaultLocked', {})
    if (call.discloses) session?.disclosures.note(call.discloses, name, parsed.data)
    return ok(call.output.parse(value))
  } catch (error) {
    return wasLocked() ? fail('vaultLocked', {}) : asFailure(error, name, keeper.folder)
  }
}

/** What is wrong with an input, by the first fault: a text that is too long is told with its limit. */
function inputFault({ issues: [issue] }: z.ZodError): Result<never> {
  const field = issue?.path.map(String).join('.') ?? ''
  const isTooLong = issue?.code === 'too_big' && issue.origin === 'string'
  return isTooLong
    ? fail('textTooLong', { field: String(issue.path.at(-1) ?? ''), limit: Number(issue.maximum) })
    : fail('inputInvalid', { field })
}

function handle(keeper: VaultKeeper, session: Session | null, name: string, input: unknown): unknown {
  if (Object.hasOwn(keeperHandlers, name)) return handlerIn<VaultKeeper>(keeperHandlers, name)(keeper, input)
  if (!session) throw new Error('a call of the open vault came while it was locked')
  return handlerIn<Session>(sessionHandlers, name)(session, input)
}

/** The contract's types bind each handler to its call; here one name out of many is looked up. */
function handlerIn<Context>(handlers: object, name: string): AnyHandler<Context> {
  const handler = (handlers as Record<string, AnyHandler<Context>>)[name]
  if (!handler) throw new Error('a call of the contract has no handler')
  return handler
}
