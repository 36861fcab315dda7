import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../i18n/index.ts'
import { warn } from '../../ui/command.ts'
import styles from './Desk.module.css'

function isEmail(file: File): boolean {
  return /\.(eml|msg)$/i.test(file.name) || file.type === 'message/rfc822'
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** E-mail files may be dropped anywhere on the window. A form that takes files itself stops the event first. */
export function DropZone({ onEmails }: { onEmails: (files: readonly File[]) => void }) {
  const { desk } = useTexts()
  const [over, setOver] = useState(false)
  const depth = useRef(0)

  useEffect(() => {
    const reset = () => {
      depth.current = 0
      setOver(false)
    }
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current -= 1
      if (depth.current <= 0) reset()
    }
    // Without this the window would leave the desk and show the file.
    const allow = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      reset()
      if (event.defaultPrevented) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      const emails = files.filter(isEmail)
      if (files.length === 0) return
      if (emails.length === 0) return warn(desk.notEmail)
      onEmails(emails)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
    }
  }, [desk, onEmails])

  if (!over) return null
  return (
    <div className={styles.drop}>
      <strong>{desk.dropTitle}</strong>
      <span>{desk.dropHint}</span>
    </div>
  )
}
