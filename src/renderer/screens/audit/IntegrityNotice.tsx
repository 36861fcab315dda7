import { Button } from '@mantine/core'
import { api, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { describePast } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Stands on every screen once a check found the register changed, or could not be carried out. */
export function IntegrityNotice() {
  const texts = useTexts()
  const { alarm } = texts.audit
  const { go } = useNavigation()
  const { checked, hindered } = useAsk(['audit', 'status'], () => api.audit.status({})).data ?? {}
  const isBroken = checked?.whole === false
  if (!isBroken && !hindered) return null
  return (
    <Notice title={hindered ? alarm.hindered(describePast(hindered.fault, texts).what) : alarm.broken}>
      <div>
        {hindered
          ? alarm.hinderedText(almatyMoment(hindered.at))
          : alarm.brokenText(almatyMoment(checked?.at ?? ''))}
      </div>
      <Button size="xs" variant="default" onClick={() => go({ screen: 'audit' })}>
        {alarm.open}
      </Button>
    </Notice>
  )
}
