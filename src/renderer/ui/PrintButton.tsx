import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Prints what it holds, and nothing else of the screen. */
export function PrintButton({ label, children }: { label: string; children: ReactNode }) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return undefined
    const end = () => setPrinting(false)
    window.addEventListener('afterprint', end)
    window.print()
    return () => window.removeEventListener('afterprint', end)
  }, [printing])
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPrinter size={16} />}
        onClick={() => setPrinting(true)}
      >
        {label}
      </Button>
      {printing ? createPortal(<div className="print-sheet">{children}</div>, document.body) : null}
    </>
  )
}
