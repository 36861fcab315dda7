import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/index.ts'
import styles from './Dialog.module.css'

type Props = {
  opened: boolean
  title: string
  onClose: () => void
  size?: string
  /** A form keeps what was typed when one clicks beside it. */
  holdsForm?: boolean
  children: ReactNode
}

export function Dialog({ opened, title, onClose, size = 'md', holdsForm = false, children }: Props) {
  const { desk } = useTexts()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      closeOnClickOutside={!holdsForm}
      classNames={{ content: styles.surface ?? '', header: styles.surface ?? '', title: styles.title ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        {/* A plain header would count as a second banner of the page. */}
        <Modal.Header role="none">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={desk.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
