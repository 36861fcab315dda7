import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import { api, ask } from '../../api.ts'
import { useKeeper } from '../../navigation.ts'

const pauseMs = 500

export type KeptDraft = {
  state: 'none' | 'pending' | 'kept'
  error: unknown
  /** While the letter is issued nothing is kept, lest its draft comes back; where that failed one goes on. */
  pause: () => void
  resume: () => void
}

/**
 * Keeps the letter in the register, encrypted: a moment after the last change, and before the screen is left.
 * `found`: the letter is one that was left unfinished.
 */
export function useKeptDraft(draft: LetterDraft | null, found: boolean): KeptDraft {
  const wanted = JSON.stringify(draft)
  const kept = useRef(wanted)
  const [first] = useState(wanted)
  const [keptNow, setKeptNow] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const paused = useRef(false)

  const keep = useCallback(async () => {
    if (paused.current || wanted === kept.current || wanted === 'null') return
    try {
      await ask(api.letters.saveDraft(JSON.parse(wanted) as LetterDraft))
      kept.current = wanted
      setKeptNow(wanted)
      setError(null)
    } catch (thrown) {
      setError(thrown)
      throw thrown
    }
  }, [wanted])

  const isPending = wanted !== (keptNow ?? first)
  useKeeper(isPending ? keep : null)
  useEffect(() => {
    if (!isPending) return undefined
    const timer = setTimeout(() => void keep().catch(() => undefined), pauseMs)
    return () => clearTimeout(timer)
  }, [isPending, keep])

  return useMemo(
    () => ({
      state: isPending ? 'pending' : found || keptNow !== null ? 'kept' : 'none',
      error,
      pause: () => {
        paused.current = true
      },
      resume: () => {
        paused.current = false
      },
    }),
    [isPending, found, keptNow, error],
  )
}
