import Database from 'better-sqlite3-multiple-ciphers'
import { AppFailure, fail, type AppError } from '../../shared/errors.ts'

type Failure = { ok: false; error: AppError }

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'])

/**
 * What went wrong, for the desk: an expected failure, a fault of the disk, or a bug. A bug is written to the log by the
 * names of the call and the error and by the stack's places: messages may hold personal data.
 */
export function asFailure(error: unknown, call: string, folder: string): Failure {
  if (error instanceof AppFailure) return fail(error.code, error.details)
  const known = diskFailure(error, folder)
  if (known) return known
  console.error(`${call}: ${describeFault(error)}`)
  return fail('internal', {})
}

function diskFailure(error: unknown, folder: string): Failure | undefined {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return fail('diskFull', {})
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return fail('vaultDamaged', {})
  const isBlocked = /^SQLITE_(READONLY|CANTOPEN|IOERR)/.test(code)
  if (isBlocked || unwritable.has(code)) return fail('folderUnwritable', { folder })
  if (code.startsWith('SQLITE_BUSY')) return fail('vaultInUse', {})
  return undefined
}

function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** A fault for the log: its name, code and places, never its message. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [`${error.name} ${codeOf(error)}`.trim(), ...places].join('\n')
}
