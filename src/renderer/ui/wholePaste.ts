import { useEffect } from 'react'
import { useTexts } from '../i18n/index.ts'
import { warn } from './command.ts'

/**
 * A browser cuts what is pasted into a field where its room ends, without a word. Here such a text is refused as a whole and
 * told of: it still lies in the clipboard.
 */
export function useWholePaste(): void {
  const { desk } = useTexts()
  useEffect(() => {
    const refuseWhatIsCut = (event: ClipboardEvent): void => {
      const field = event.target
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
      const pasted = event.clipboardData?.getData('text/plain').trim().length ?? 0
      const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
      if (field.maxLength < 0 || field.value.length - replaced + pasted <= field.maxLength) return
      event.preventDefault()
      warn(desk.pastedTooLong({ pasted, limit: field.maxLength }))
    }
    document.addEventListener('paste', refuseWhatIsCut)
    return () => document.removeEventListener('paste', refuseWhatIsCut)
  }, [desk])
}
