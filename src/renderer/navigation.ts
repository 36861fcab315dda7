import { createContext, use, useEffect } from 'react'
import type { CaseView } from '../shared/model/list.ts'
import type { CaseCard } from '../shared/contract/cases.ts'
import type { IncomingMessage } from '../shared/contract/intake.ts'
import type { CaseId, IncomingId, LetterId } from '../shared/model/ids.ts'

/** A message that waits in the register. */
export type ReadEmail = IncomingMessage

export const settingsSections = [
  'organisation',
  'letterhead',
  'texts',
  'names',
  'mail',
  'mailbox',
  'officers',
  'systems',
  'law',
  'keys',
  'protection',
  'backups',
  'look',
  'register',
  'letterCheck',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]

/** Boxes of a card that a route may lead to. */
export type CardPart = 'person' | 'request' | 'systems' | 'clocks'

export type Route =
  | { screen: 'cases'; focusSearch?: boolean }
  /** `claimOver`: the case that a claim grew from. */
  | { screen: 'newCase'; email: ReadEmail | null; claimOver?: CaseCard }
  /** `deliver`: a letter just issued, whose delivery is the next thing to do. `part`: the box of the card to look at. */
  | { screen: 'case'; id: CaseId; deliver?: LetterId; part?: CardPart }
  /** `corrects`: the issued letter that a new one is to take the place of. */
  | { screen: 'letter'; caseId: CaseId; corrects?: LetterId }
  | { screen: 'incoming' }
  | { screen: 'message'; id: IncomingId }
  | { screen: 'blocking' }
  | { screen: 'suppression' }
  | { screen: 'day' }
  | { screen: 'outbox' }
  | { screen: 'audit' }
  | { screen: 'retention' }
  | { screen: 'evidence'; caseNumber?: string }
  | { screen: 'settings'; section: SettingsSection }

/** What the list shows; it outlives a visit to a card. */
export type ListView = CaseView

/** Keeps what a screen holds; rejects where it could not. */
export type Keep = () => Promise<void>

export type Navigation = {
  route: Route
  go: (route: Route) => void
  /** To where the officer came from. */
  back: () => void
  /** Does it now, or after the officer agreed to lose what a form holds. */
  leave: (goOn: () => void) => void
  /** What has to be kept before the screen is left; null: nothing. */
  setKeeper: (keep: Keep | null) => void
  /** As `leave`, for a lock: what is kept over it is not asked about. */
  leaveToLock: (goOn: () => void) => void
  /** `kept`: what the form holds outlives a lock. */
  setDirty: (dirty: boolean, kept?: boolean) => void
  /** Keeps what the screens hold, and where the officer is, until the vault is open again. Never rejects, and is soon done. */
  keepForLock: () => Promise<void>
  list: ListView
  showList: (view: Partial<ListView>) => void
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('outside the desk')
  return navigation
}

/** While true, leaving the screen asks first; a lock does not where the form keeps what it holds (`useDraft`). */
export function useLeaveGuard(dirty: boolean, { kept = false }: { kept?: boolean } = {}): void {
  const { setDirty } = useNavigation()
  useEffect(() => {
    setDirty(dirty, kept)
    return () => setDirty(false)
  }, [dirty, kept, setDirty])
}

/** What is not kept yet is kept before the screen is left, the vault locked or the window closed. */
export function useKeeper(keep: Keep | null): void {
  const { setKeeper } = useNavigation()
  useEffect(() => {
    setKeeper(keep)
    return () => setKeeper(null)
  }, [keep, setKeeper])
}
