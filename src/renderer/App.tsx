import { notifications } from '@mantine/notifications'
import { type ComponentProps, useEffect, useState } from 'react'
import type { Output } from '../shared/contract/index.ts'
import { api, useAsk, useForgetAll } from './api.ts'
import { useTexts } from './i18n/index.ts'
import { Desk } from './screens/desk/Desk.tsx'
import { FirstOrganisation } from './screens/vault/FirstOrganisation.tsx'
import { Gate } from './screens/vault/Gate.tsx'
import { NewPassphrase } from './screens/vault/NewPassphrase.tsx'
import { RestoreContext } from './restore.ts'
import { Restore } from './screens/vault/Restore.tsx'
import { Setup } from './screens/vault/Setup.tsx'
import { Unlock } from './screens/vault/Unlock.tsx'
import { Delayed } from './ui/Delayed.tsx'
import { ErrorNotice } from './ui/ErrorNotice.tsx'
import { RoleContext } from './ui/May.tsx'
import { useWholePaste } from './ui/wholePaste.ts'

/** Which room the officer stands in: the vault decides. */
export function App() {
  const { vault } = useTexts()
  const status = useAsk(['vault', 'status'], () => api.vault.status({}))
  const [restoring, setRestoring] = useState(false)
  const forgetAll = useForgetAll()
  useWholePaste()

  const isShut = status.data !== undefined && status.data.state !== 'open'
  useEffect(() => {
    if (!isShut) return
    forgetAll()
    // A word about a case would stay over the lock.
    notifications.clean()
  }, [isShut, forgetAll])

  if (status.error) {
    return (
      <Gate title={vault.statusFailed}>
        <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
      </Gate>
    )
  }
  if (!status.data) return <Delayed />

  const lookAgain = () => void status.refetch()
  const isOpen = status.data.state === 'open'
  const leaveRestore = () => {
    setRestoring(false)
    lookAgain()
  }
  const restore = () => {
    setRestoring(true)
    if (isOpen) void api.vault.lock({}).then(lookAgain)
  }
  if (restoring && !isOpen) return <Restore onLeave={leaveRestore} />
  return (
    <RestoreContext value={restore}>
      <Room status={status.data} onChanged={lookAgain} />
    </RestoreContext>
  )
}

type RoomProps = { status: Output<'vault.status'>; onChanged: () => void }

function Room({ status: { state, folder, risk, officer, role, openedBy, ways }, onChanged }: RoomProps) {
  const [justCreated, setJustCreated] = useState(false)
  const desk = { officer: officer ?? '', role: role ?? 'auditor', onLocked: onChanged }
  switch (state) {
    case 'absent':
      return (
        <Setup
          folder={folder}
          risk={risk}
          onCreated={() => {
            setJustCreated(true)
            onChanged()
          }}
        />
      )
    case 'locked':
      return <Unlock ways={ways} onUnlocked={onChanged} />
    case 'open':
      if (justCreated) return <FirstOrganisation onDone={() => setJustCreated(false)} onLocked={onChanged} />
      return (
        <RoleContext value={desk.role}>
          {openedBy === 'recovery' ? <Recovered {...desk} /> : <Desk {...desk} />}
        </RoleContext>
      )
  }
}

/** After a recovery code the passphrase comes first; it can be put off until the next lock. */
function Recovered(desk: ComponentProps<typeof Desk>) {
  const [asked, setAsked] = useState(true)
  return asked ? (
    <NewPassphrase onDone={() => setAsked(false)} onLocked={desk.onLocked} />
  ) : (
    <Desk {...desk} />
  )
}
