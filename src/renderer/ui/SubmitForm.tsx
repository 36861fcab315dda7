import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react'
import { type EngineCall, Fields } from './May.tsx'

type Props = {
  onSubmit: () => void
  label?: string
  className?: string | undefined
  /** What it ends in: whoever may not make this call only reads the form. */
  call?: EngineCall
  children: ReactNode
}

/** A form that Ctrl+Enter submits from any field. What is wrong is said beside the fields, not by the browser. */
export function SubmitForm({ onSubmit, label, className, call, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const element = form.current
    const submitByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      element?.requestSubmit()
    }
    element?.addEventListener('keydown', submitByKey)
    return () => element?.removeEventListener('keydown', submitByKey)
  }, [])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form ref={form} noValidate aria-label={label} className={className} onSubmit={submit}>
      {call ? <Fields call={call}>{children}</Fields> : children}
    </form>
  )
}

/** Puts the cursor into the first field that is marked wrong. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const wrong = '[aria-invalid="true"], [data-invalid-group="true"] :is(input, [role="radio"])'
    document.querySelector<HTMLElement>(wrong)?.focus()
  })
}
