import type { PlaceRisk } from '../../../../shared/model/backup.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'

/** Why the folder of the vault is a bad place for it. */
export function RiskNotice({ risk }: { risk: PlaceRisk }) {
  const { backups } = useTexts()
  return (
    <Notice title={backups.riskTitle(risk)}>
      <div>{backups.riskText}</div>
    </Notice>
  )
}
