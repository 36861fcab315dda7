import type { AppErrorCode } from '../../../shared/errors.ts'
import { errorOf } from '../../api.ts'
import type { Texts } from '../../i18n/index.ts'
import { describeError } from '../../ui/ErrorNotice.tsx'

/** What stands beside a field when it was refused for one of these reasons; undefined for any other. */
export function describeFor(
  thrown: unknown,
  codes: readonly AppErrorCode[],
  texts: Texts,
): string | undefined {
  if (!thrown) return undefined
  const error = errorOf(thrown)
  if (!codes.includes(error.code)) return undefined
  const { what, todo } = describeError(error, texts)
  return `${what} ${todo}`
}
