import { Button } from '@mantine/core'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { OrganisationForm } from '../settings/OrganisationForm.tsx'
import { Gate } from './Gate.tsx'
import { useLockHere } from './useLockHere.ts'

/** Asked once, right after the vault was made: letters need a letterhead. */
export function FirstOrganisation({ onDone, onLocked }: { onDone: () => void; onLocked: () => void }) {
  useLockHere(onLocked)
  const { vault } = useTexts()
  const settings = useAsk(['settings'], () => api.settings.read({}))
  return (
    <Gate title={vault.organisationTitle} wide>
      <p className="dimmed">{vault.organisationWhy}</p>
      {settings.isPending ? <Delayed /> : null}
      <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.data ? (
        <OrganisationForm
          initial={settings.data.organisation ?? settings.data.suggested}
          submitLabel={vault.saveAndStart}
          onSaved={onDone}
          beside={
            <Button variant="default" onClick={onDone}>
              {vault.later}
            </Button>
          }
        />
      ) : (
        <Button variant="default" onClick={onDone}>
          {vault.later}
        </Button>
      )}
    </Gate>
  )
}
