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

/** In a form the first field has the focus, unless another asks for it: on the cross, Enter would close what was just opened. */
function leadToFirstField(body: HTMLElement | null): void {
  if (body?.querySelector('[data-autofocus]')) return
  body?.querySelector('input:not([type=hidden]), textarea')?.setAttribute('data-autofocus', '')
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
        <Modal.Body ref={holdsForm ? leadToFirstField : undefined}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
