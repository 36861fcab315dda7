import { useEffect } from 'react'
import { api, useAsk } from '../../api.ts'

/** After the event the text is not in the clipboard yet. */
const copiedMs = 100

/** Tells the shell when something of the desk was copied, so that it leaves the clipboard. */
export function useCopied(): void {
  const { data } = useAsk(['protection'], () => api.protection.read({}))
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
}
