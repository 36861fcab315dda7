import { SegmentedControl } from '@mantine/core'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'

export const controlScreens = ['audit', 'evidence', 'retention'] as const
export type ControlScreen = (typeof controlScreens)[number]

/** The screens of one who has to answer for the register. */
export function ControlTabs({ screen }: { screen: ControlScreen }) {
  const { audit, evidence, retention } = useTexts()
  const { go } = useNavigation()
  const labels: Record<ControlScreen, string> = {
    audit: audit.title,
    evidence: evidence.title,
    retention: retention.title,
  }
  return (
    <SegmentedControl
      aria-label={audit.tab}
      value={screen}
      onChange={(value) => go({ screen: value })}
      data={controlScreens.map((value) => ({ value, label: labels[value] }))}
    />
  )
}
