import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../i18n/index.ts'
import { useNavigation } from '../navigation.ts'
import styles from './Page.module.css'

type Props = {
  title: string
  /** Stands beside the title. */
  beside?: ReactNode
  actions?: ReactNode
  withBack?: boolean
  /** False where the screen puts the focus elsewhere. */
  takesFocus?: boolean
  children: ReactNode
}

/** A screen of the desk: its heading takes the focus when it opens, so that a screen reader says where one is. */
export function Page({ title, beside, actions, withBack, takesFocus = true, children }: Props) {
  const texts = useTexts()
  const { back } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  useEffect(() => {
    document.title = `${title} — ${texts.desk.name}`
  }, [title, texts])

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        {withBack ? (
          <ActionIcon aria-label={texts.desk.back} size="lg" onClick={back}>
            <IconArrowLeft size={20} />
          </ActionIcon>
        ) : null}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {beside}
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </div>
  )
}

/** A box on the page. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
