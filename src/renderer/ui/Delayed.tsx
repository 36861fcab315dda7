import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/index.ts'

/** A spinner that does not flash: what takes less than 200 ms shows none. */
export function Delayed({ label }: { label?: string }) {
  const { desk } = useTexts()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <output style={{ display: 'flex', gap: 12, alignItems: 'center', padding: 16 }}>
      <Loader size="sm" aria-hidden />
      <span className="dimmed">{label ?? desk.loading}</span>
    </output>
  )
}
