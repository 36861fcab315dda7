import { useEffect, useRef } from 'react'

/** `code` is the place of the key, the same in the Russian, Kazakh and English layouts. */
export type Shortcut = {
  code: string
  ctrl?: boolean
  alt?: boolean
  shift?: boolean
  /** Reaches past an open dialog, too. */
  always?: boolean
  run: () => void
}

function isTyping(target: EventTarget | null): boolean {
  const busy = 'input, textarea, select, [contenteditable], [role="menu"]'
  return target instanceof HTMLElement && target.closest(busy) !== null
}

function fits(shortcut: Shortcut, event: KeyboardEvent): boolean {
  return (
    shortcut.code === event.code &&
    (shortcut.ctrl ?? false) === (event.ctrlKey || event.metaKey) &&
    (shortcut.alt ?? false) === event.altKey &&
    (shortcut.shift ?? false) === event.shiftKey
  )
}

/** Bare keys are left alone while someone types; an open dialog keeps its keys to itself. */
function mayRun(shortcut: Shortcut, event: KeyboardEvent, inDialog: boolean): boolean {
  if (event.defaultPrevented || event.repeat) return false
  if (inDialog && !shortcut.always) return false
  const plain = !shortcut.ctrl && !shortcut.alt && !shortcut.code.startsWith('F')
  return !(plain && isTyping(event.target))
}

/** Keys that work anywhere on the screen that calls this. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    // Escape closes a dialog before the event gets here, so whether one was open is noted on the way down.
    let inDialog = false
    const note = () => {
      inDialog = document.querySelector('[role="dialog"]') !== null
    }
    const listen = (event: KeyboardEvent) => {
      const found = latest.current.find(
        (shortcut) => fits(shortcut, event) && mayRun(shortcut, event, inDialog),
      )
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', note, true)
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', note, true)
      window.removeEventListener('keydown', listen)
    }
  }, [])
}
