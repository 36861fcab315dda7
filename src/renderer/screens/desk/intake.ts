import { createContext, use, useCallback, useMemo, useState } from 'react'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import { api, ask, Refusal } from '../../api.ts'
import { type Navigation, useNavigation } from '../../navigation.ts'

const bytesInMiB = 1024 * 1024

/** Reads an e-mail file; one that is too large is refused before it is read. */
async function readEmail(file: File) {
  if (file.size > fileLimitsMiB.email * bytesInMiB) {
    throw new Refusal({ code: 'emailTooLarge', details: { limitMiB: fileLimitsMiB.email } })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return ask(api.intake.read({ bytes }))
}

export type Intake = {
  reading: boolean
  error: unknown
  forgetError: () => void
  /** Reads the file and opens the form of the case it would become. */
  read: (file: File) => void
}

export function useIntakeState({ leave, go }: Pick<Navigation, 'leave' | 'go'>): Intake {
  const [reading, setReading] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const start = useCallback(
    async (file: File) => {
      setReading(true)
      setError(null)
      try {
        go({ screen: 'newCase', email: await readEmail(file) })
      } catch (thrown) {
        setError(thrown)
      } finally {
        setReading(false)
      }
    },
    [go],
  )
  const read = useCallback((file: File) => leave(() => void start(file)), [leave, start])
  const forgetError = useCallback(() => setError(null), [])
  return useMemo(() => ({ reading, error, forgetError, read }), [reading, error, forgetError, read])
}

/** Opens the file dialog for an e-mail. */
export const OpenEmailContext = createContext<() => void>(() => undefined)

export function useOpenEmail(): () => void {
  return use(OpenEmailContext)
}

export function useReadEmail(): Intake {
  return useIntakeState(useNavigation())
}
