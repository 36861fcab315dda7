import { useEffect, useEffectEvent } from 'react'
import { api, isAnswering } from '../../api.ts'

const minuteMs = 60_000
const lookMs = 5_000
/** Work may hold the lock off for so long; a server that answers drop by drop would hold it off for ever. */
const mostHeldOffMs = 30 * minuteMs
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Locks after so many minutes without a key or a movement in the window; null: never. While an answer is awaited, long
 * work runs or a message is on its way, it waits for that, half an hour at most.
 */
export function useIdleLock(minutes: number | null, lock: () => void): void {
  const lockNow = useEffectEvent(lock)
  useEffect(() => {
    if (minutes === null) return undefined
    let lastSign = performance.now()
    const note = () => {
      lastSign = performance.now()
    }
    const overdueMs = () => performance.now() - lastSign - minutes * minuteMs
    const look = async () => {
      if (overdueMs() < 0) return
      if (overdueMs() < mostHeldOffMs && (await isAtWork())) return
      if (overdueMs() >= 0) lockNow()
    }
    const timer = setInterval(() => void look(), lookMs)
    for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true })
    }
  }, [minutes])
}

async function isAtWork(): Promise<boolean> {
  if (isAnswering()) return true
  const asked = await api.vault.busy({})
  return !asked.ok || asked.value.busy
}
