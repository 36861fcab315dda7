import { useEffect, useEffectEvent } from 'react'
import { api, isAnswering } from '../../api.ts'

const minuteMs = 60_000
const lookMs = 5_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Locks after so many minutes without a key or a movement in the window; null: never. While an answer is awaited, long
 * work runs or a message is on its way, it waits for that.
 */
export function useIdleLock(minutes: number | null, lock: () => void): void {
  const lockNow = useEffectEvent(lock)
  useEffect(() => {
    if (minutes === null) return undefined
    let lastSign = performance.now()
    const note = () => {
      lastSign = performance.now()
    }
    const look = async () => {
      const isIdle = () => performance.now() - lastSign >= minutes * minuteMs
      if (!isIdle() || isAnswering()) return
      const busy = await api.vault.busy({})
      if (busy.ok && !busy.value.busy && isIdle()) lockNow()
    }
    const timer = setInterval(() => void look(), lookMs)
    for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true })
    }
  }, [minutes])
}
