import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import { createApp, type App } from '../../src/main/engine/app.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { appErrors, type Result } from '../../src/shared/errors.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import { newCase, organisation, passphrase } from '../engine/register.ts'

/** How many inputs each thing gets, and what they are drawn by. */
export const runs = Number(process.env['ZHAUAP_FUZZ'] ?? 60)
/** Where each input costs a vault to open. */
export const fewRuns = Math.ceil(runs / 5)
export const seed = Number(process.env['ZHAUAP_SEED'] ?? 1)
export const resources = resolve('resources')

export function startApp(vault: string, packs = resources): App {
  return createApp({
    ports: {
      clock: { now: () => Date.parse('2026-11-23T06:00:00Z') },
      random: { bytes: (size) => randomBytes(size) },
      resources: packs,
    },
    vault,
    kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
  })
}

export async function ask<N extends CallName>(app: App, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await app.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value as never
}

/** A register with a case of each kind, a letter and a person opted out. */
export async function makeVault(vault: string): Promise<void> {
  const app = startApp(vault)
  await ask(app, 'vault.create', { passphrase, officer: 'Ә. Қалиева' })
  await ask(app, 'settings.saveOrganisation', organisation)
  for (const kind of CaseKind.options) await ask(app, 'cases.register', newCase({ kind }))
  const { sha256 } = await ask(app, 'letters.preview', notice(1))
  await ask(app, 'letters.issue', { sha256 })
  await ask(app, 'suppression.add', { contact: 'gulnar@example.com' })
  await app.close()
}

export const notice = (caseId: number): Input<'letters.preview'> => ({
  caseId,
  templateId: 'registration-notice',
  lang: 'ru',
  fields: {},
})

/** An answer is a value or a failure of the closed list that explains itself; never a bug, never its whereabouts. */
export function expectAnswer(result: Result<unknown>): void {
  if (result.ok) return
  const { code, details } = result.error
  expect(code).not.toBe('internal')
  expect(Object.keys(appErrors)).toContain(code)
  expect(appErrors[code].safeParse(details).success).toBe(true)
  expect(JSON.stringify(details)).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.[jt]s:\d+/)
}
