import { ActionIcon } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { LeavingPaper } from '../../shared/model/audit.ts'
import { useTexts } from '../i18n/index.ts'
import { pagePictures, type PagePicture } from './pdf.ts'
import { usePrinting } from './printing.ts'

/** Prints the pages of a PDF, and nothing else of the screen. */
export function PrintPdf({ bytes, printed }: { bytes: Uint8Array; printed: LeavingPaper | null }) {
  const { letters } = useTexts()
  const [pages, setPages] = useState<readonly PagePicture[] | null>(null)
  const print = usePrinting(printed, async () => setPages(await pagePictures(bytes)))
  return (
    <>
      <ActionIcon
        aria-label={letters.pdf.print}
        title={letters.pdf.print}
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        <IconPrinter size={18} />
      </ActionIcon>
      {pages ? <Sheets pages={pages} onPrinted={() => setPages(null)} /> : null}
    </>
  )
}

function Sheets({ pages, onPrinted }: { pages: readonly PagePicture[]; onPrinted: () => void }) {
  const sheets = useRef<HTMLDivElement>(null)
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted)
    const images = [...(sheets.current?.querySelectorAll('img') ?? [])]
    void Promise.all(images.map((image) => image.decode())).then(() => window.print())
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  return createPortal(
    <div ref={sheets} className="print-sheet">
      {pages.map(({ url, orientation }) => (
        <img key={url} src={url} alt="" className="print-page" data-orientation={orientation} />
      ))}
    </div>,
    document.body,
  )
}
