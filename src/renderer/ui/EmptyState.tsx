import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** What stands where there is nothing yet: it teaches the next step. */
export function EmptyState({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className={styles.box}>
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{hint}</p>
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}
