import { AppFailure, type Result } from '../../shared/errors.ts'

/** The value of a result; an expected failure is thrown on to the gate and rolls back the transaction it is in. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AppFailure(result.error.code, result.error.details)
}
