import { useState } from 'react'
import { api, useAsk, useForgetAll } from './api.ts'
import { useTexts } from './i18n/index.ts'
import { Desk } from './screens/desk/Desk.tsx'
import { FirstOrganisation } from './screens/vault/FirstOrganisation.tsx'
import { Gate } from './screens/vault/Gate.tsx'
import { Setup } from './screens/vault/Setup.tsx'
import { Unlock } from './screens/vault/Unlock.tsx'
import { Delayed } from './ui/Delayed.tsx'
import { ErrorNotice } from './ui/ErrorNotice.tsx'

/** Which room the officer stands in: the vault decides. */
export function App() {
  const { vault } = useTexts()
  const status = useAsk(['vault', 'status'], () => api.vault.status({}))
  const [justCreated, setJustCreated] = useState(false)
  const forgetAll = useForgetAll()

  if (status.error) {
    return (
      <Gate title={vault.statusFailed}>
        <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
      </Gate>
    )
  }
  if (!status.data) return <Delayed />

  const { state, folder, officer } = status.data
  const enter = () => {
    forgetAll()
    void status.refetch()
  }
  switch (state) {
    case 'absent':
      return (
        <Setup
          folder={folder}
          onCreated={() => {
            setJustCreated(true)
            enter()
          }}
        />
      )
    case 'locked':
      return <Unlock onUnlocked={enter} />
    case 'open':
      if (justCreated) return <FirstOrganisation onDone={() => setJustCreated(false)} />
      return <Desk officer={officer ?? ''} onLocked={enter} />
  }
}
