import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Role } from '../../../shared/model/key.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { useCommand } from '../../ui/command.ts'
import { KeptWork } from '../drafts/KeptWork.tsx'
import { type Place, takePlace } from '../drafts/place.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May, useMay } from '../../ui/May.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import styles from './Desk.module.css'
import { DeskHeader } from './DeskHeader.tsx'
import { DropZone } from './DropZone.tsx'
import { HelpOverlay } from './HelpOverlay.tsx'
import { IntakeState } from './IntakeState.tsx'
import { OpenEmailContext, useReadEmails } from './intake.ts'
import { NavigationProvider } from './NavigationProvider.tsx'
import { IntegrityNotice } from '../audit/IntegrityNotice.tsx'
import { BackupNotice } from '../settings/backups/BackupNotice.tsx'
import { ClockNotice } from '../settings/backups/ClockNotice.tsx'
import { KeyFileNotice } from '../settings/keys/KeyFileNotice.tsx'
import { useReminders } from '../day/useReminders.ts'
import { useBackOnline } from '../mail/useBackOnline.ts'
import { Screen } from './Screen.tsx'
import { useCopied } from './useCopied.ts'

type Props = { officer: string; role: Role; onLocked: () => void }

/** Opens where the officer was when the vault was locked. */
export function Desk(props: Props) {
  const [place, setPlace] = useState<Place | null>()
  // What was kept of an officer who only reads by now would lead to screens that write.
  const keepsPlace = useMay('drafts.save')
  useEffect(() => void (keepsPlace ? takePlace() : Promise.resolve(null)).then(setPlace), [keepsPlace])
  if (place === undefined) return null
  return (
    <NavigationProvider place={place}>
      <Room {...props} />
    </NavigationProvider>
  )
}

function Room({ officer, role, onLocked }: Props) {
  const { desk } = useTexts()
  const { route, go, back, leaveToLock, keepForLock } = useNavigation()
  const [help, setHelp] = useState(false)
  const intake = useReadEmails()
  const lockVault = useCommand(api.vault.lock)
  const fileInput = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)

  // Before a screen puts the focus where it wants it.
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [route])

  const mayRegister = useMay('cases.register')
  const openEmail = () => fileInput.current?.click()
  const lockNow = async () => {
    await keepForLock()
    lockVault.mutate({}, { onSuccess: onLocked })
  }
  const lock = () => leaveToLock(() => void lockNow())

  useCopied()
  useReminders(lock, () => void lockNow())
  useBackOnline()
  useShortcuts([
    { code: 'KeyL', ctrl: true, always: true, run: lock },
    ...(mayRegister
      ? [
          { code: 'KeyN', ctrl: true, run: () => go({ screen: 'newCase', email: null }) },
          { code: 'KeyO', ctrl: true, run: openEmail },
        ]
      : []),
    { code: 'Digit1', ctrl: true, run: () => go({ screen: 'day' }) },
    { code: 'Digit2', ctrl: true, run: () => go({ screen: 'cases' }) },
    { code: 'Digit3', ctrl: true, run: () => go({ screen: 'incoming' }) },
    { code: 'Digit4', ctrl: true, run: () => go({ screen: 'blocking' }) },
    { code: 'Digit5', ctrl: true, run: () => go({ screen: 'suppression' }) },
    { code: 'Digit6', ctrl: true, run: () => go({ screen: 'outbox' }) },
    { code: 'Digit7', ctrl: true, run: () => go({ screen: 'settings', section: 'organisation' }) },
    { code: 'Digit8', ctrl: true, run: () => go({ screen: 'audit' }) },
    { code: 'KeyK', ctrl: true, run: () => go({ screen: 'cases', focusSearch: true }) },
    { code: 'Slash', run: () => go({ screen: 'cases', focusSearch: true }) },
    { code: 'Slash', shift: true, run: () => setHelp(true) },
    // `?` stands on Shift+7 in the Russian and Kazakh layouts.
    { code: 'Digit7', shift: true, run: () => setHelp(true) },
    { code: 'F1', run: () => setHelp(true) },
    { code: 'Escape', run: back },
    { code: 'ArrowLeft', alt: true, run: back },
  ])

  return (
    <OpenEmailContext value={openEmail}>
      <div className={styles.desk}>
        <a className={styles.skip} href="#main" onClick={() => main.current?.focus()}>
          {desk.skip}
        </a>
        <DeskHeader officer={officer} role={role} onLock={lock} onHelp={() => setHelp(true)} />
        <main ref={main} id="main" tabIndex={-1} className={styles.main}>
          <div className={styles.notices}>
            <IntakeState intake={intake} />
            <ErrorNotice error={lockVault.error} />
            <ClockNotice />
            <KeyFileNotice />
            <IntegrityNotice />
            <BackupNotice />
            <May call="drafts.save">
              <KeptWork />
            </May>
          </div>
          <Screen route={route} />
        </main>
        <input
          ref={fileInput}
          type="file"
          multiple
          accept=".eml,.msg,message/rfc822,application/vnd.ms-outlook"
          aria-label={desk.keys.openEmail}
          hidden
          onChange={(event) => {
            intake.read([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        <May call="intake.read">
          <DropZone onEmails={intake.read} />
        </May>
        <HelpOverlay opened={help} onClose={() => setHelp(false)} />
      </div>
    </OpenEmailContext>
  )
}
