import { type AppError, AppFailure, type Result } from '../../shared/errors.ts'

/** The value of a result; an expected failure is thrown on to the gate and rolls back the transaction it is in. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AppFailure(result.error.code, result.error.details)
}

/** Does the work and tells what stood in its way, null where nothing did. A bug is thrown on. */
export async function hindrance(work: () => unknown): Promise<AppError | null> {
  try {
    await work()
    return null
  } catch (error) {
    return expected(error)
  }
}

/** As `hindrance`, for work that awaits nothing. */
export function hindranceNow(work: () => void): AppError | null {
  try {
    work()
    return null
  } catch (error) {
    return expected(error)
  }
}

function expected(error: unknown): AppError {
  if (error instanceof AppFailure) return { code: error.code, details: error.details }
  throw error
}
