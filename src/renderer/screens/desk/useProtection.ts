import { useEffect } from 'react'
import type { Protection } from '../../../shared/model/protection.ts'
import { api, useAsk } from '../../api.ts'

/** After the event the text is not in the clipboard yet. */
const copiedMs = 100

/** Tells the shell what guards the open vault, and when something of the desk was copied. */
export function useProtection(): Protection | null {
  const { data = null } = useAsk(['protection'], () => api.protection.read({}))
  useEffect(() => {
    if (!data) return
    const { onScreenLock, hideFromCapture } = data
    void api.desktop.protect({ onScreenLock, hideFromCapture })
  }, [data])
  const clearAfterSeconds = data?.clearClipboardAfterSeconds
  useEffect(() => {
    if (clearAfterSeconds === undefined) return undefined
    const tell = () => setTimeout(() => void api.desktop.noteCopied({ clearAfterSeconds }), copiedMs)
    document.addEventListener('copy', tell)
    document.addEventListener('cut', tell)
    return () => {
      document.removeEventListener('copy', tell)
      document.removeEventListener('cut', tell)
    }
  }, [clearAfterSeconds])
  return data
}
