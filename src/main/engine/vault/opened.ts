import type { AuditDetails } from '../../../shared/model/audit.ts'
import type { SlotKind } from '../../../shared/model/key.ts'
import type { Session } from '../session.ts'
import type { HeldKeys } from './held-keys.ts'
import type { KeyFileWatch } from './key-file-watch.ts'
import type { KeySlot } from './keys.ts'
import type { Holder } from './store.ts'

/** An open vault: the session, the key it was opened with, by whose key, and the slots that hold it. */
export type Opened = {
  session: Session
  key: Uint8Array
  slotId: string
  kind: SlotKind
  holder: Holder
  keys: HeldKeys
  keyFile: KeyFileWatch
}
/** What opens a vault. */
export type Opening = Pick<Opened, 'key' | 'slotId' | 'kind'> & { slots: readonly KeySlot[] }

/** Whose key the register does not know: it reads, and decides nothing. */
export const nobody: Holder = { id: 0, name: '', role: 'auditor' }

/** What the record tells of an opening that was not by a passphrase, or by a key of nobody. */
export function howOpened(kind: SlotKind, holder: Holder): AuditDetails {
  return {
    ...(kind === 'passphrase' ? {} : { by: kind }),
    ...(holder === nobody ? { holder: 'unknown' } : {}),
  }
}
