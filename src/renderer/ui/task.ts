import { useEffect, useState } from 'react'
import { api, onEngineEvent } from '../api.ts'

export type Progress = { done: number; total: number }

/** Long work of this screen: the name to start it under, how far it is, and the way to end it early. */
export function useTask(): { id: string; progress: Progress | null; cancel: () => void } {
  const [id] = useState(() => crypto.randomUUID())
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      onEngineEvent((event) => {
        if ('progress' in event && event.progress.task === id) setProgress(event.progress)
      }),
    [id],
  )
  return { id, progress, cancel: () => void api.tasks.cancel({ id }) }
}
