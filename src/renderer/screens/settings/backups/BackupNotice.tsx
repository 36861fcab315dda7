import { Button } from '@mantine/core'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { type BackupState, HealthNotice } from './HealthNotice.tsx'

/** Stands on every other screen while something is wrong with the backups that the program does not mend by itself. */
export function BackupNotice() {
  const { backups } = useTexts()
  const { route, go } = useNavigation()
  const { data } = useAsk(['backups', 'state'], () => api.backups.state({}))
  const isAtBackups = route.screen === 'settings' && route.section === 'backups'
  if (!data || isAtBackups || !isPressing(data)) return null
  return (
    <HealthNotice state={data}>
      <Button size="xs" variant="default" onClick={() => go({ screen: 'settings', section: 'backups' })}>
        {backups.open}
      </Button>
    </HealthNotice>
  )
}

/** Of a register whose backups were never set up the mark in the header tells alone. */
function isPressing({ health, restoredAt, settings: { automatic, folder } }: BackupState): boolean {
  if (health === 'failed' || health === 'drillFailed') return true
  if (automatic && folder !== null) return false
  return restoredAt !== null || health === 'old' || health === 'never'
}
