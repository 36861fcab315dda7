import { useEffect, useEffectEvent } from 'react'
import type { ShellEvent } from '../../../shared/contract/index.ts'
import { api, onEngineEvent, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { usePreferences } from '../../preferences.ts'
import { useMay } from '../../ui/May.tsx'

/** Tells the desktop what has come due, while the vault is open; and does what was asked there. */
export function useReminders(lock: () => void, lockNow: () => void): void {
  const { go } = useNavigation()
  const { preferences } = usePreferences()
  const tells = useMay('reminders.take') && preferences.notifications
  useTray()

  const tell = useEffectEvent(useTell())
  const answer = useEffectEvent((asked: ShellEvent['asked']) => {
    if (asked === 'lock') lock()
    else if (asked === 'lockNow') lockNow()
    else go({ screen: 'day' })
  })
  useEffect(
    () =>
      onEngineEvent((event) => {
        if ('asked' in event) answer(event.asked)
      }),
    [],
  )
  useEffect(() => {
    if (!tells) return undefined
    tell()
    return onEngineEvent((event) => {
      if ('changed' in event && event.changed.includes('reminders')) tell()
    })
  }, [tells])
}

/** Takes what the engine has to tell, each once, and puts it into words. */
function useTell(): () => void {
  const { day } = useTexts()
  return () => {
    void Promise.all([api.reminders.take({}), api.protection.read({})]).then(([taken, protection]) => {
      if (!taken.ok) return
      const { warned, due, late, caseNumbers } = taken.value
      if (warned + due + late === 0) return
      const namesNumbers = protection.ok && protection.value.numbersInNotices
      const title = [
        late > 0 ? day.notice.late(late) : '',
        due > 0 ? day.notice.due(due) : '',
        warned > 0 ? day.notice.warned(warned) : '',
      ]
      void api.desktop.notify({
        title: title.filter(Boolean).join(', '),
        body: namesNumbers ? caseNumbers.join(', ') : '',
      })
    })
  }
}

/** How much is due and late, where the officer sees it without the window. The shell takes it away when the vault is locked. */
function useTray(): void {
  const { day, desk } = useTexts()
  const counts = useAsk(['reminders', 'counts'], () => api.reminders.counts({}))
  useEffect(() => {
    if (!counts.data) return
    const { today, late } = counts.data
    const tooltip = day.tray.tooltip(today, late)
    const words = { tooltip, open: day.tray.open, lock: desk.lock, quit: day.tray.quit }
    void api.desktop.badge({ count: today + late, tray: words })
  }, [counts.data, day, desk])
}
