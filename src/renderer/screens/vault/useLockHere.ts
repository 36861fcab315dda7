import { useEffect, useEffectEvent } from 'react'
import { api, onEngineEvent } from '../../api.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'

/** Of a screen that stands before the desk while the vault is open: nothing on it is kept, so that it locks at once. */
export function useLockHere(onLocked: () => void): void {
  const lock = useEffectEvent(() => void api.vault.lock({}).then(onLocked))
  useEffect(
    () =>
      onEngineEvent((event) => {
        if ('asked' in event && event.asked !== 'daySheet') lock()
      }),
    [],
  )
  useShortcuts([{ code: 'KeyL', ctrl: true, always: true, run: () => lock() }])
}
