import { createContext, use } from 'react'
import { Preferences } from '../shared/model/settings.ts'

const storageKey = 'zhauap.preferences'
const initial: Preferences = { lang: 'ru', theme: 'auto', notifications: true }

/** How the desk looks on this workstation. No personal data, so it may lie outside the vault. */
export function readPreferences(): Preferences {
  try {
    const stored = Preferences.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'))
    return stored.success ? stored.data : initial
  } catch {
    return initial
  }
}

export function writePreferences(preferences: Preferences): void {
  localStorage.setItem(storageKey, JSON.stringify(preferences))
}

type PreferencesValue = { preferences: Preferences; change: (part: Partial<Preferences>) => void }

export const PreferencesContext = createContext<PreferencesValue>({
  preferences: initial,
  change: () => undefined,
})

export function usePreferences(): PreferencesValue {
  return use(PreferencesContext)
}
