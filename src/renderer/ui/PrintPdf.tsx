import { ActionIcon } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '../i18n/index.ts'
import { pagePictures, type PagePicture } from './pdf.ts'

/** Prints the pages of a PDF, and nothing else of the screen. */
export function PrintPdf({ bytes }: { bytes: Uint8Array }) {
  const { letters } = useTexts()
  const [pages, setPages] = useState<readonly PagePicture[] | null>(null)
  return (
    <>
      <ActionIcon
        aria-label={letters.pdf.print}
        title={letters.pdf.print}
        onClick={() => void pagePictures(bytes).then(setPages)}
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
