import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import {
  type Api,
  type ChangedNoun,
  contract,
  type EngineEvent,
  type ShellEvent,
} from '../shared/contract/index.ts'
import type { AppError, AppErrorCode, Result } from '../shared/errors.ts'

declare global {
  interface Window {
    /** The wire that the preload script puts here. */
    zhauap: {
      call(name: string, input: unknown): Promise<unknown>
      /** Returns the function that stops listening. */
      on(listener: (event: unknown) => void): () => void
    }
  }
}

type Noun = keyof typeof contract

function wireOf(noun: string, verbs: object) {
  const calls = Object.keys(verbs).map((verb) => [
    verb,
    (input: unknown) => window.zhauap.call(`${noun}.${verb}`, input),
  ])
  return Object.fromEntries(calls) as Record<string, unknown>
}

/** Every call of the contract, typed. */
export const api = Object.fromEntries(
  Object.entries(contract).map(([noun, verbs]) => [noun, wireOf(noun, verbs)]),
) as unknown as Api

/** An expected failure on its way to the screen that shows it. */
export class Refusal extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.code)
    this.name = 'Refusal'
    this.error = error
  }
}

/** The value of a call, or a `Refusal` thrown. */
export async function ask<T>(call: Promise<Result<T>>): Promise<T> {
  const result = await call
  if (result.ok) return result.value
  throw new Refusal(result.error)
}

/** What a screen shows for anything thrown; a bug has the code `internal`. */
export function errorOf(thrown: unknown): AppError {
  return thrown instanceof Refusal ? thrown.error : { code: 'internal', details: {} }
}

export function isRefusal(thrown: unknown, code: AppErrorCode): boolean {
  return errorOf(thrown).code === code
}

/** A call as a query. The key starts with the noun, so that events of the engine find it. */
export function useAsk<T>(key: readonly [Noun, ...unknown[]], call: () => Promise<Result<T>>) {
  return useQuery({ queryKey: key, queryFn: () => ask(call()) })
}

/** Which answers grow old when the engine says that a noun changed. */
const touched: Record<Exclude<ChangedNoun, 'vault'>, readonly Noun[]> = {
  cases: ['retention', 'cases', 'relations', 'bulk', 'letters', 'execution', 'blocking', 'day', 'reminders'],
  deadlines: ['deadlines', 'day'],
  suppression: ['suppression'],
  mail: ['mail', 'cases'],
  intake: ['intake', 'cases'],
  reminders: ['reminders'],
  keys: ['keys', 'officers'],
  backups: ['backups'],
  audit: ['audit'],
  retention: ['retention'],
  drafts: ['drafts'],
  protection: ['protection'],
  settings: [
    'settings',
    'templates',
    'papers',
    'names',
    'mailbox',
    'letters',
    'mail',
    'execution',
    'officers',
    'cases',
    'day',
  ],
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The engine is on this machine: there is no network to wait for, and a refusal does not go away by itself.
      queries: { networkMode: 'always', retry: false, staleTime: 60_000, refetchOnWindowFocus: false },
      // A mutation holds its input, and one input is the passphrase: it is not kept.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  })
}

/** What the engine tells by itself. Returns the function that stops listening. */
export function onEngineEvent(listener: (event: EngineEvent | ShellEvent) => void): () => void {
  return window.zhauap.on((event) => listener(event as EngineEvent | ShellEvent))
}

/** Asks again for what changed. Returns the function that stops it. */
export function listenToEngine(client: QueryClient): () => void {
  return onEngineEvent((event) => {
    if ('changed' in event) for (const noun of event.changed) refresh(client, noun)
  })
}

function refresh(client: QueryClient, changed: ChangedNoun): void {
  if (changed === 'vault') {
    void client.invalidateQueries({ queryKey: ['vault'] })
    return
  }
  for (const noun of touched[changed]) void client.invalidateQueries({ queryKey: [noun] })
}

/** Forgets all that was read from the vault. */
export function useForgetAll(): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'vault' })
    client.getMutationCache().clear()
  }, [client])
}
