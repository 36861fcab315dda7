import { useEffect, useState } from 'react'
import { api, onEngineEvent } from '../api.ts'

export type Progress = { done: number; total: number }

/** Long work of this screen: the name to start it under, how far it is, and the way to end it early. */
export function useTask(): { id: string; progress: Progress | null; cancel: () => void } {
  const [id] = useState(() => crypto.randomUUID())
  return { id, progress: useProgress(id), cancel: () => void api.tasks.cancel({ id }) }
}

/** How far the work of a name is. */
export function useProgress(id: string): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      onEngineEvent((event) => {
        if ('progress' in event && event.progress.task === id) setProgress(event.progress)
      }),
    [id],
  )
  return progress
}
