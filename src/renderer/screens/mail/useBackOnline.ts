import { useEffect } from 'react'
import { api } from '../../api.ts'
import { useMay } from '../../ui/May.tsx'

/** Once the computer has a network again, letters that wait for one go at once. */
export function useBackOnline(): void {
  const may = useMay('mail.resume')
  useEffect(() => {
    if (!may) return undefined
    const resume = () => void api.mail.resume({})
    window.addEventListener('online', resume)
    return () => window.removeEventListener('online', resume)
  }, [may])
}
