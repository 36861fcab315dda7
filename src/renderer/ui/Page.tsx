import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, use, useEffect, useRef } from 'react'
import { useTexts } from '../i18n/index.ts'
import { type CardPart, NavigationContext, useNavigation } from '../navigation.ts'
import styles from './Page.module.css'

type Props = {
  title: string
  /** What the window is called, where the title may name a person. */
  windowTitle?: string
  /** Stands beside the title. */
  beside?: ReactNode
  actions?: ReactNode
  withBack?: boolean
  /** False where the screen puts the focus elsewhere. */
  takesFocus?: boolean
  children: ReactNode
}

/** A screen of the desk: its heading takes the focus when it opens, so that a screen reader says where one is. */
export function Page({
  title,
  windowTitle = title,
  beside,
  actions,
  withBack,
  takesFocus = true,
  children,
}: Props) {
  const texts = useTexts()
  const { back } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  useEffect(() => {
    document.title = `${windowTitle} — ${texts.desk.name}`
  }, [windowTitle, texts])

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

type PanelProps = {
  title: string
  aside?: ReactNode
  /** What a route calls it: it takes the focus when the route leads to it. */
  part?: CardPart
  children: ReactNode
}

/** A box on the page. */
export function Panel({ title, aside, part, children }: PanelProps) {
  const route = use(NavigationContext)?.route
  const box = useRef<HTMLElement>(null)
  const isWanted = part !== undefined && route?.screen === 'case' && route.part === part
  useEffect(() => {
    if (isWanted) box.current?.focus()
  }, [isWanted])
  return (
    <section ref={box} tabIndex={part ? -1 : undefined} className={styles.panel} aria-label={title}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
