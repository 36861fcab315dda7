import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconEye, IconHelp, IconLock } from '@tabler/icons-react'
import type { Role } from '../../../shared/model/key.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { type Route, useNavigation } from '../../navigation.ts'
import { Brand } from '../../ui/Brand.tsx'
import { Chip } from '../../ui/Chip.tsx'
import styles from './Desk.module.css'
import { BackupMark } from '../settings/backups/BackupMark.tsx'
import { LookSwitches } from './LookSwitches.tsx'

type Tab = {
  label: string
  to: Route
  screens: readonly Route['screen'][]
  count?: number
  countLabel?: string
}

type Props = { officer: string; role: Role; onLock: () => void; onHelp: () => void }

export function DeskHeader({ officer, role, onLock, onHelp }: Props) {
  const { audit, blocking, day, desk, incoming, keys, suppression } = useTexts()
  const { route, go } = useNavigation()
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const unsettled = summary.data?.unsettledMails ?? 0
  const waiting = summary.data?.incoming ?? 0
  const tabs: Tab[] = [
    { label: day.tab, to: { screen: 'day' }, screens: ['day'] },
    { label: desk.cases, to: { screen: 'cases' }, screens: ['cases', 'newCase', 'case', 'letter'] },
    {
      label: incoming.tab,
      to: { screen: 'incoming' },
      screens: ['incoming', 'message'],
      count: waiting,
      countLabel: incoming.waiting(waiting),
    },
    { label: blocking.title, to: { screen: 'blocking' }, screens: ['blocking'] },
    { label: suppression.tab, to: { screen: 'suppression' }, screens: ['suppression'] },
    {
      label: desk.outbox,
      to: { screen: 'outbox' },
      screens: ['outbox'],
      count: unsettled,
      countLabel: desk.outboxNeedsYou(unsettled),
    },
    { label: audit.tab, to: { screen: 'audit' }, screens: ['audit', 'evidence', 'retention'] },
    { label: desk.settings, to: { screen: 'settings', section: 'organisation' }, screens: ['settings'] },
  ]
  return (
    <header className={styles.band}>
      <div className={styles.brand}>
        <Brand size={28} />
        <span className={styles.brandName}>{desk.name}</span>
      </div>
      <nav className={styles.nav} aria-label={desk.nav}>
        {tabs.map((tab) => (
          <button
            key={tab.label}
            type="button"
            className={styles.tab}
            aria-current={tab.screens.includes(route.screen) ? 'page' : undefined}
            onClick={() => go(tab.to)}
          >
            {tab.label}
            {tab.count ? (
              <span className={styles.count}>
                <span aria-hidden="true">{tab.count}</span>
                <VisuallyHidden>{tab.countLabel}</VisuallyHidden>
              </span>
            ) : null}
          </button>
        ))}
      </nav>
      <div className={styles.end}>
        <span className={styles.officer} title={`${desk.officer}: ${officer}`}>
          {officer}
        </span>
        {role === 'auditor' ? <ReadsOnly said={keys.auditorChip} /> : null}
        <BackupMark />
        <LookSwitches />
        <ActionIcon
          aria-label={desk.help}
          title={`${desk.help} (?)`}
          variant="transparent"
          c="inherit"
          size="lg"
          onClick={onHelp}
        >
          <IconHelp size={20} />
        </ActionIcon>
        <ActionIcon
          aria-label={desk.lock}
          title={`${desk.lock} (Ctrl+L)`}
          variant="transparent"
          c="inherit"
          size="lg"
          onClick={onLock}
        >
          <IconLock size={20} />
        </ActionIcon>
      </div>
    </header>
  )
}

/** In a narrow window an eye says it: all else of the band has to stay in reach. */
function ReadsOnly({ said }: { said: string }) {
  return (
    <span className={styles.role} title={said}>
      <Chip tone="today">
        <IconEye size={16} className={styles.eye} aria-hidden="true" />
        <span className={styles.readsOnly}>{said}</span>
      </Chip>
    </span>
  )
}
