import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import execution from '../../execution/Execution.module.css'

type Props = {
  title: string
  text?: string
  submitLabel: string
  pending: boolean
  error: unknown
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}

/** A small form about keys: why, the fields, what went wrong. */
export function KeyDialog({ title, text, submitLabel, pending, error, onSubmit, onClose, children }: Props) {
  const { desk } = useTexts()
  return (
    <Dialog opened onClose={onClose} title={title} size="lg" holdsForm>
      <SubmitForm onSubmit={onSubmit} label={title} className={execution.form}>
        {text ? <p style={{ margin: 0 }}>{text}</p> : null}
        {children}
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={pending} onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
