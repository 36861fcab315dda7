import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react'

type Props = { onSubmit: () => void; label?: string; className?: string | undefined; children: ReactNode }

/** A form that Ctrl+Enter submits from any field. What is wrong is said beside the fields, not by the browser. */
export function SubmitForm({ onSubmit, label, className, children }: Props) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit()
  }
  const submitByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form noValidate aria-label={label} className={className} onSubmit={submit} onKeyDown={submitByKey}>
      {children}
    </form>
  )
}

/** Puts the cursor into the first field that is marked wrong. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(
        '[aria-invalid="true"], [data-invalid-group="true"] :is(input, [role="radio"])',
      )
      ?.focus()
  })
}
