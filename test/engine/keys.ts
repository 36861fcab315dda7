import type { AuditAction } from '../../src/shared/model/audit.ts'
import type { TestRegister } from './register.ts'

/** What tests of keys do. */

export const otherPassphrase = 'берег лодка весло туман'
export const auditorPassphrase = 'медь глина порох сургуч'

/** Locks, and opens again by another passphrase. */
export async function comeBack({ ask }: TestRegister, withPassphrase: string): Promise<void> {
  await ask('vault.lock', {})
  await ask('vault.unlock', { passphrase: withPassphrase })
}

/** The details of the entries of an action, newest first. */
export async function told({ ask }: TestRegister, action: AuditAction): Promise<unknown[]> {
  const { entries } = await ask('audit.list', { filter: { action }, before: null, limit: 200 })
  return entries.map(({ details }) => details)
}
