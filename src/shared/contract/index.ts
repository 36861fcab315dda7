import type { z } from 'zod'
import type { Result } from '../errors.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { blocking } from './blocking.ts'
import { bulk } from './bulk.ts'
import type { Call } from './call.ts'
import { cases } from './cases.ts'
import { day } from './day.ts'
import { deadlines } from './deadlines.ts'
import { desktop } from './desktop.ts'
import { drafts } from './drafts.ts'
import { evidence } from './evidence.ts'
import { execution } from './execution.ts'
import { intake } from './intake.ts'
import { keys } from './keys.ts'
import { letters } from './letters.ts'
import { mail } from './mail.ts'
import { mailbox } from './mailbox.ts'
import { protection } from './protection.ts'
import { relations } from './relations.ts'
import { reminders } from './reminders.ts'
import { names } from './names.ts'
import { papers } from './papers.ts'
import { reports } from './reports.ts'
import { officers } from './officers.ts'
import { retention } from './retention.ts'
import { settings } from './settings.ts'
import { suppression } from './suppression.ts'
import { tasks } from './tasks.ts'
import { templates } from './templates.ts'
import { vault } from './vault.ts'

/** Answered by the engine in its worker. */
export const engineContract = {
  vault,
  keys,
  backups,
  drafts,
  protection,
  cases,
  deadlines,
  day,
  reminders,
  execution,
  blocking,
  suppression,
  intake,
  letters,
  mail,
  mailbox,
  names,
  officers,
  relations,
  reports,
  evidence,
  retention,
  bulk,
  settings,
  audit,
  tasks,
  templates,
  papers,
}
/** Answered by the Electron process. */
export const shellContract = { desktop }
/** Everything the desk can ask for. */
export const contract = { ...engineContract, ...shellContract }

export type Contract = typeof contract
type Nouns = Record<string, Record<string, Call>>

/** `noun.verb` of every call of a contract. */
export type CallName<C extends Nouns = Contract> = {
  [N in keyof C & string]: { [V in keyof C[N] & string]: `${N}.${V}` }[keyof C[N] & string]
}[keyof C & string]

type CallOf<C extends Nouns, Name> = Name extends `${infer N}.${infer V}` ? C[N][V] : never

/** An input once the gate has parsed it. */
export type ParsedInput<Name extends CallName> = z.output<CallOf<Contract, Name>['input']>
export type Input<Name extends CallName> = z.input<CallOf<Contract, Name>['input']>
export type Output<Name extends CallName> = z.output<CallOf<Contract, Name>['output']>
type InputOf<C extends Nouns, Name> = z.output<CallOf<C, Name>['input']>
type HandlerOutput<C extends Nouns, Name> = z.input<CallOf<C, Name>['output']>

/** What the renderer sees: `api.cases.card({id})`. */
export type Api = {
  [N in keyof Contract]: {
    [V in keyof Contract[N]]: Contract[N][V] extends Call<infer I, infer O>
      ? (input: z.input<I>) => Promise<Result<z.output<O>>>
      : never
  }
}

/** One handler a call; none may be missing and none may be more. `Context` is what every handler of the set works on. */
export type Handlers<C extends Nouns, Context> = {
  [Name in CallName<C>]: (
    context: Context,
    input: InputOf<C, Name>,
  ) => HandlerOutput<C, Name> | Promise<HandlerOutput<C, Name>>
}

/** Looks a call up by `noun.verb`; undefined where there is none. */
export function findCall(nouns: Nouns, name: string): Call | undefined {
  const [noun, verb, ...rest] = name.split('.')
  if (noun === undefined || verb === undefined || rest.length > 0) return undefined
  if (!Object.hasOwn(nouns, noun)) return undefined
  const verbs = nouns[noun]
  return verbs && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
}

/** After a commit the engine names what changed, and screens ask again. */
export const changedNouns = [
  'vault',
  'cases',
  'deadlines',
  'suppression',
  'mail',
  'intake',
  'settings',
  'reminders',
  'keys',
  'backups',
  'audit',
  'drafts',
  'protection',
  'retention',
] as const
export type ChangedNoun = (typeof changedNouns)[number]
export type EngineEvent =
  { changed: ChangedNoun[] } | { progress: { task: string; done: number; total: number } }
/** What is asked of the desk outside its window: by the officer in a notification or the tray; `lockNow` by the shell, where nobody is asked back. */
export type ShellEvent = { asked: 'daySheet' | 'lock' | 'lockNow' }
