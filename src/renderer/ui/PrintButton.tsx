import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { LeavingPaper } from '../../shared/model/audit.ts'
import { usePrinting } from './printing.ts'

type Props = { label: string; printed: LeavingPaper; children: ReactNode }

/** Prints what it holds, and nothing else of the screen. */
export function PrintButton({ label, printed, children }: Props) {
  const [printing, setPrinting] = useState(false)
  const print = usePrinting(printed, () => setPrinting(true))
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
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        {label}
      </Button>
      {printing ? createPortal(<div className="print-sheet">{children}</div>, document.body) : null}
    </>
  )
}
