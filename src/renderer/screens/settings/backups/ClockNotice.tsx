import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'

/** Stands on every screen while the computer's clock is behind the register: due dates are counted by it. */
export function ClockNotice() {
  const { backups } = useTexts()
  const state = useAsk(['backups', 'state'], () => api.backups.state({}))
  const behind = state.data?.clockBehind
  if (!behind) return null
  return (
    <Notice title={backups.clockTitle}>
      <div>{backups.clockText(almatyMoment(behind))}</div>
    </Notice>
  )
}
