import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May } from '../../../ui/May.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import execution from '../../execution/Execution.module.css'
import styles from '../Settings.module.css'
import { AddKey } from './AddKey.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { LeaverNotice } from './LeaverNotice.tsx'
import { MakeCode } from './MakeCode.tsx'
import { Rekey } from './Rekey.tsx'
import { RemoveKey } from './RemoveKey.tsx'
import { UseKeychain } from './UseKeychain.tsx'

export type Slot = Output<'keys.list'>['slots'][number]
type Asked = 'change' | 'code' | 'add' | 'keychain' | 'rekey' | Slot

/** Who can open the vault, and how. */
export function Keys() {
  const { backups, keys } = useTexts()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [removed, setRemoved] = useState<Slot | null>(null)
  const list = useAsk(['keys', 'list'], () => api.keys.list({}))
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Delayed />
  const { slots, keychainHere } = list.data
  const close = () => setAsked(null)
  const settle = (gone: Slot | null) => {
    close()
    setRemoved(gone?.kind === 'passphrase' ? gone : null)
  }
  return (
    <div className={styles.stack}>
      <p className="dimmed">{keys.intro}</p>
      {slots.some(({ kind }) => kind === 'recovery') ? null : (
        <Notice title={keys.noCode}>
          <p>{keys.noCodeText}</p>
        </Notice>
      )}
      <SlotList slots={slots} onRemove={setAsked} />
      {removed ? (
        <LeaverNotice title={keys.removedOf(removed.officer)} keyStays={false} onDone={() => settle(null)} />
      ) : null}
      <div className={styles.actions}>
        <May call="keys.makeRecoveryCode">
          <Button onClick={() => setAsked('code')}>{keys.makeCode}</Button>
        </May>
        <Button variant="default" onClick={() => setAsked('change')}>
          {keys.change}
        </Button>
        <May call="keys.add">
          <Button variant="default" onClick={() => setAsked('add')}>
            {keys.add}
          </Button>
        </May>
        <May call="keys.connectKeychain">
          <Button variant="default" disabled={!keychainHere} onClick={() => setAsked('keychain')}>
            {keys.useKeychain}
          </Button>
        </May>
        <May call="keys.rekey">
          <Button variant="default" onClick={() => setAsked('rekey')}>
            {backups.rekey}
          </Button>
        </May>
      </div>
      {keychainHere ? null : <p className="dimmed">{keys.keychainAbsent}</p>}
      {dialogOf(asked, close, settle)}
    </div>
  )
}

/** `onSettled`: what was asked is done; the key that is gone, if it took one away. */
function dialogOf(
  asked: Asked | null,
  onClose: () => void,
  onSettled: (gone: Slot | null) => void,
): ReactNode {
  switch (asked) {
    case null:
      return null
    case 'change':
      return <ChangePassphrase onClose={onClose} />
    case 'code':
      return <MakeCode onClose={onClose} onMade={() => onSettled(null)} />
    case 'add':
      return <AddKey onClose={onClose} />
    case 'rekey':
      return <Rekey onClose={onClose} />
    case 'keychain':
      return <UseKeychain onClose={onClose} />
    default:
      return <RemoveKey slot={asked} onClose={onClose} onRemoved={onSettled} />
  }
}

function SlotList({ slots, onRemove }: { slots: readonly Slot[]; onRemove: (slot: Slot) => void }) {
  const { keys } = useTexts()
  return (
    <ul className={execution.systems} aria-label={keys.list} style={{ width: '100%' }}>
      {slots.map((slot) => (
        <li key={slot.id} className={execution.system}>
          <span>
            {keys.kinds[slot.kind]}
            {slot.kind === 'recovery' ? null : `: ${slot.officer}`}
            <span className="dimmed">
              {slot.kind === 'passphrase' ? ` · ${keys.roles[slot.role]}` : ''}
              {slot.madeAt ? ` · ${keys.since(almatyMoment(slot.madeAt))}` : ''}
            </span>{' '}
            {slot.current ? <Chip tone="good">{keys.mine}</Chip> : null}
          </span>
          <May call="keys.remove">
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${keys.remove}: ${keys.kinds[slot.kind]}, ${slot.officer}`}
              onClick={() => onRemove(slot)}
            >
              {keys.remove}
            </Button>
          </May>
        </li>
      ))}
    </ul>
  )
}
