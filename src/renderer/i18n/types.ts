import type { AppErrorCode, AppErrorDetails } from '../../shared/errors.ts'

/** What happened, what is safe, what to do. An empty line is left out. */
export type ErrorText = { what: string; safe: string; todo: string }

export type ErrorTexts = { [C in AppErrorCode]: (details: AppErrorDetails<C>) => ErrorText }
