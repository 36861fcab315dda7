import type { ReactNode } from 'react'
import styles from './Notice.module.css'

/** Something the officer should look at before going on; nothing has failed. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.notice} role="status">
      <strong>{title}</strong>
      {children}
    </div>
  )
}
