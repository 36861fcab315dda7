import { ActionIcon } from '@mantine/core'
import { IconDatabaseExclamation, IconDatabaseHeart } from '@tabler/icons-react'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { healthLine } from './HealthNotice.tsx'

/** How the backups are, a click away on every screen. */
export function BackupMark() {
  const texts = useTexts()
  const { go } = useNavigation()
  const state = useAsk(['backups', 'state'], () => api.backups.state({}))
  if (!state.data) return null
  const { health, risk } = state.data
  const isFine = health === 'good' && !risk
  const label = [healthLine(state.data, texts), risk && texts.backups.riskTitle(risk)]
    .filter(Boolean)
    .join('. ')
  const Icon = isFine ? IconDatabaseHeart : IconDatabaseExclamation
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      variant="transparent"
      c={isFine ? 'inherit' : 'var(--desk-gold)'}
      size="lg"
      onClick={() => go({ screen: 'settings', section: 'backups' })}
    >
      <Icon size={20} />
    </ActionIcon>
  )
}
