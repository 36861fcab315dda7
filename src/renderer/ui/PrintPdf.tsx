import { ActionIcon, Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { LeavingPaper } from '../../shared/model/audit.ts'
import { useTexts } from '../i18n/index.ts'
import { pagePictures, type PagePicture } from './pdf.ts'
import { usePrinting } from './printing.ts'

type Props = { bytes: Uint8Array; printed: LeavingPaper | null; label?: string }

/** Prints the pages of a PDF, and nothing else of the screen. With a label the button shows it. */
export function PrintPdf({ bytes, printed, label }: Props) {
  const { letters } = useTexts()
  const [pages, setPages] = useState<readonly PagePicture[] | null>(null)
  const print = usePrinting(printed, async () => setPages(await pagePictures(bytes)))
  const button = { loading: print.isPending, onClick: () => print.mutate() }
  return (
    <>
      {label ? (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPrinter size={16} />} {...button}>
          {label}
        </Button>
      ) : (
        <ActionIcon aria-label={letters.pdf.print} title={letters.pdf.print} {...button}>
          <IconPrinter size={18} />
        </ActionIcon>
      )}
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
