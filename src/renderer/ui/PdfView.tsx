import { ActionIcon, Box, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconArrowsHorizontal, IconDownload, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { LeavingPaper } from '../../shared/model/audit.ts'
import { useTexts } from '../i18n/index.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { drawPage, openPdf } from './pdf.ts'
import { PrintPdf } from './PrintPdf.tsx'
import { useSaveFile } from './saveFile.ts'
import styles from './PdfView.module.css'

type DrawnPage = { canvas: HTMLCanvasElement; text: string }
type Drawn = { id: string; width: number; pages: readonly DrawnPage[] }

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
const gutter = 40
const widestFit = 860

async function drawAll(bytes: Uint8Array, width: number): Promise<DrawnPage[]> {
  const pdf = await openPdf(bytes)
  try {
    const pages: DrawnPage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await drawPage(await pdf.getPage(number), width))
    }
    return pages
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Pages drawn at a width. The old ones stay until the new ones are ready, so nothing flickers. */
function useDrawn(bytes: Uint8Array, id: string, width: number): { drawn: Drawn | null; failed: boolean } {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (width <= 0) return
    let current = true
    drawAll(bytes, width).then(
      (pages) => {
        if (!current) return
        setFailed(false)
        setDrawn({ id, width, pages })
      },
      () => {
        if (current) setFailed(true)
      },
    )
    return () => {
      current = false
    }
  }, [bytes, id, width])
  return { drawn, failed }
}

/** `id` tells one document from another; `name` is that of the file it is saved as; `paper` null: it tells of nobody. */
type Props = { bytes: Uint8Array; id: string; name: string; paper: Omit<LeavingPaper, 'name'> | null }

/** A PDF, page under page, with a readable zoom; it can be printed and saved. */
export function PdfView({ bytes, id, name, paper }: Props) {
  const { letters } = useTexts()
  const { ref, width } = useElementSize()
  const [zoom, setZoom] = useState(1)
  const save = useSaveFile(
    (file: string) => Promise.resolve({ name: file, bytes }),
    ({ name: file }) => paper && { ...paper, name: file },
  )
  const fitted = Math.round(Math.min(width - gutter, widestFit) * zoom)
  const { drawn, failed } = useDrawn(bytes, id, fitted)
  const step = (by: number) => {
    const at = zooms.findIndex((known) => known === zoom)
    setZoom(zooms[at + by] ?? zoom)
  }
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <span className={styles.count}>{drawn ? letters.pdf.pages(drawn.pages.length) : ''}</span>
        <ActionIcon aria-label={letters.pdf.zoomOut} title={letters.pdf.zoomOut} onClick={() => step(-1)}>
          <IconMinus size={18} />
        </ActionIcon>
        <span className={styles.zoom}>{Math.round(zoom * 100)} %</span>
        <ActionIcon aria-label={letters.pdf.zoomIn} title={letters.pdf.zoomIn} onClick={() => step(1)}>
          <IconPlus size={18} />
        </ActionIcon>
        <PrintPdf bytes={bytes} printed={paper && { ...paper, name }} />
        <ActionIcon
          aria-label={letters.save}
          title={letters.save}
          loading={save.isPending}
          onClick={() => save.mutate(name)}
        >
          <IconDownload size={18} />
        </ActionIcon>
        <ActionIcon aria-label={letters.pdf.fit} title={letters.pdf.fit} onClick={() => setZoom(1)}>
          <IconArrowsHorizontal size={18} />
        </ActionIcon>
      </div>
      <ErrorNotice error={save.error} />
      {failed ? <p role="alert">{letters.pdf.failed}</p> : null}
      {/* A scrollable region needs the keyboard, too. */}
      <Box ref={ref} className={styles.pages} tabIndex={0} role="group" aria-label={letters.pdf.document}>
        {drawn?.pages.map((page, index) => (
          <PageCanvas
            key={`${drawn.id}/${drawn.width}/${index}`}
            page={page}
            label={letters.pdf.page(index + 1, drawn.pages.length)}
          />
        ))}
      </Box>
    </div>
  )
}

function PageCanvas({ page, label }: { page: DrawnPage; label: string }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.replaceChildren(page.canvas)
  }, [page])
  return (
    <figure className={styles.page} aria-label={label}>
      <div ref={frame} aria-hidden="true" />
      <VisuallyHidden>{page.text}</VisuallyHidden>
    </figure>
  )
}
