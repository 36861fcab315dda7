import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { AppFailure } from '../../../shared/errors.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import { replaceFile, vaultExists, type VaultPaths } from './files.ts'

/** How often it was tried in vain, and when last; it lies beside the keys, so that a restart forgets nothing. */
const Attempts = z.object({
  failures: z.number().int().nonnegative(),
  lastAt: z.number(),
  /** Of the keychain, which nobody can guess at: these make nobody wait. */
  keychain: z.number().int().nonnegative().default(0),
})
type Attempts = z.infer<typeof Attempts>

const free = 3
const longestMs = 15 * 60_000

/**
 * Makes guessing at the keyboard slow: after three failures a wait that doubles, a quarter of an hour at most. Who has the
 * files can copy them; against that stands the cost of the key derivation.
 */
export function refuseHaste(paths: VaultPaths, now: number): void {
  const attempts = readAttempts(paths)
  const { failures, lastAt } = attempts
  if (failures < free) return
  const waitMs = Math.min(longestMs, 1_000 * 2 ** Math.min(failures - free, 20))
  // The clock was set back: the wait begins anew by it, or nobody would get in before the day it showed then.
  if (now < lastAt) writeAttempts(paths, { ...attempts, lastAt: now })
  const leftMs = Math.min(now, lastAt) + waitMs - now
  if (leftMs > 0) throw new AppFailure('unlockDelayed', { seconds: Math.ceil(leftMs / 1_000) })
}

export function noteFailure(paths: VaultPaths, now: number): void {
  const attempts = readAttempts(paths)
  writeAttempts(paths, { ...attempts, failures: attempts.failures + 1, lastAt: now })
}

export function noteKeychainFailure(paths: VaultPaths): void {
  const attempts = readAttempts(paths)
  writeAttempts(paths, { ...attempts, keychain: attempts.keychain + 1 })
}

function writeAttempts(paths: VaultPaths, attempts: Attempts): void {
  const place = placeOf(paths)
  mkdirSync(dirname(place), { recursive: true })
  replaceFile(place, JSON.stringify(attempts))
}

/** Forgets the failures, and tells how many there were, as the record does: nothing where there were none. */
export function takeFailures(paths: VaultPaths): AuditDetails {
  const { failures, lastAt, keychain } = readAttempts(paths)
  rmSync(placeOf(paths), { force: true })
  return {
    ...(failures > 0 ? { failures, failedAt: new Date(lastAt).toISOString() } : {}),
    ...(keychain > 0 ? { keychainFailures: keychain } : {}),
  }
}

/** Where no vault is yet, its place is left free: a backup is tried there. */
function placeOf(paths: VaultPaths): string {
  return vaultExists(paths) ? paths.attempts : `${paths.folder}.attempts.json`
}

function readAttempts(paths: VaultPaths): Attempts {
  try {
    return Attempts.parse(JSON.parse(readFileSync(placeOf(paths), 'utf8')))
  } catch {
    return { failures: 0, lastAt: 0, keychain: 0 }
  }
}
