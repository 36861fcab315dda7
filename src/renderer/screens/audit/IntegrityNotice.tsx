import { Button } from '@mantine/core'
import { appErrors, type AppErrorCode } from '../../../shared/errors.ts'
import { api, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { describeError } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Stands on every screen once a check found the register changed, or could not be carried out. */
export function IntegrityNotice() {
  const texts = useTexts()
  const { alarm } = texts.audit
  const { go } = useNavigation()
  const { checked, hindered } = useAsk(['audit', 'status'], () => api.audit.status({})).data ?? {}
  const isBroken = checked?.whole === false
  if (!isBroken && !hindered) return null
  const why = (fault: string): string => {
    const code = Object.hasOwn(appErrors, fault) ? (fault as AppErrorCode) : 'internal'
    return describeError({ code, details: {} } as never, texts).what
  }
  return (
    <Notice title={hindered ? alarm.hindered(why(hindered.fault)) : alarm.broken}>
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
