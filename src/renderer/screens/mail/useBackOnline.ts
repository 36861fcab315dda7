import { useEffect } from 'react'
import { api } from '../../api.ts'

/** Once the computer has a network again, letters that wait for one go at once. */
export function useBackOnline(): void {
  useEffect(() => {
    const resume = () => void api.mail.resume({})
    window.addEventListener('online', resume)
    return () => window.removeEventListener('online', resume)
  }, [])
}
