import { createContext } from 'react'

/** Locks the vault and opens the way back from a backup; null where there is none. */
export const RestoreContext = createContext<(() => void) | null>(null)
