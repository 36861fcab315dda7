import { Button } from '@mantine/core'
import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { Notice } from '../../../ui/Notice.tsx'

/** Stands on every screen once the key file was found gone or replaced, until the vault is locked. */
export function KeyFileNotice() {
  const { keys, backups } = useTexts()
  const { go } = useNavigation()
  const { told } = useAsk(['keys', 'file'], () => api.keys.file({})).data ?? {}
  if (!told) return null
  return (
    <Notice title={keys.file.title(told)}>
      <div>{told.putBack ? keys.file.back(almatyMoment(told.at)) : keys.file.lost}</div>
      {told.fault === 'replaced' && told.putBack ? <div>{keys.file.aside}</div> : null}
      {told.putBack ? null : (
        <Button size="xs" variant="default" onClick={() => go({ screen: 'settings', section: 'backups' })}>
          {backups.open}
        </Button>
      )}
    </Notice>
  )
}
