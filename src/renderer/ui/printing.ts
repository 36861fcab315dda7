import { useMutation } from '@tanstack/react-query'
import type { LeavingPaper } from '../../shared/model/audit.ts'
import { api, ask, errorOf } from '../api.ts'
import { useTexts } from '../i18n/index.ts'
import { warn } from './command.ts'
import { describeError } from './ErrorNotice.tsx'

/** Prints once that is on record: what can't be recorded is not printed. Null: it tells of nobody. */
export function usePrinting(printed: LeavingPaper | null, print: () => void | Promise<void>) {
  const texts = useTexts()
  return useMutation({
    mutationFn: async () => {
      if (printed) await ask(api.audit.notePrinted(printed))
      await print()
    },
    onError: (thrown) => warn(describeError(errorOf(thrown), texts).what),
  })
}
