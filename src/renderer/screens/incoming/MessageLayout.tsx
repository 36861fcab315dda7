import { useEffect, useMemo, useRef } from 'react'
import type { IncomingId } from '../../../shared/model/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import styles from './Incoming.module.css'
import { safeHtml } from './safeHtml.ts'

/** The message as its HTML lays it out: cleaned, with the pictures that are in it, and nothing from the network. */
export function MessageLayout({ id }: { id: IncomingId }) {
  const layout = useAsk(['intake', 'html', id], () => api.intake.html({ id }))
  if (layout.error) return <ErrorNotice error={layout.error} onRetry={() => void layout.refetch()} />
  return layout.data ? <Cleaned layout={layout.data} /> : <Delayed />
}

function Cleaned({ layout }: { layout: Output<'intake.html'> }) {
  const { incoming } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const { fragment, left } = useMemo(() => {
    const pictures = layout.pictures.map(({ contentId, mime, bytes }) => ({
      contentId,
      url: `data:${mime};base64,${toBase64(bytes)}`,
    }))
    return safeHtml(layout.html, pictures)
  }, [layout])
  useEffect(() => box.current?.replaceChildren(fragment.cloneNode(true)), [fragment])
  return (
    <>
      <p className={styles.hint}>{incoming.htmlSafe(left)}</p>
      {/* A wide table scrolls by itself, by keys too. */}
      <div ref={box} className={styles.html} role="group" tabIndex={0} aria-label={incoming.asHtml} />
    </>
  )
}

const chunk = 32_768

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += chunk) {
    text += String.fromCharCode(...bytes.subarray(at, at + chunk))
  }
  return btoa(text)
}
