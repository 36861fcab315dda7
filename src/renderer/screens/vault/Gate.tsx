import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTexts } from '../../i18n/index.ts'
import { Brand } from '../../ui/Brand.tsx'
import { LookSwitches } from '../desk/LookSwitches.tsx'
import styles from './Gate.module.css'

/** The page before the vault is open. Language and theme can be changed here already. */
export function Gate({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const { desk } = useTexts()
  useEffect(() => {
    document.title = `${title} — ${desk.name}`
  }, [title, desk])
  return (
    <div className={styles.gate}>
      <header className={styles.band}>
        <Brand size={34} />
        <div>
          <div className={styles.name}>{desk.name}</div>
          <div className={styles.tagline}>{desk.tagline}</div>
        </div>
        <div className={styles.switches}>
          <LookSwitches />
        </div>
      </header>
      <main className={styles.main}>
        <div className={styles.card} data-wide={wide ?? false}>
          <h1 className={styles.title}>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
