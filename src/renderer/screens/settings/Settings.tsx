import type { ReactNode } from 'react'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { type SettingsSection, settingsSections, useNavigation } from '../../navigation.ts'
import { say } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { About } from './About.tsx'
import { Backups } from './backups/Backups.tsx'
import { DativeNames } from './DativeNames.tsx'
import { Keys } from './keys/Keys.tsx'
import { Law } from './law/Law.tsx'
import { LetterCheck } from './LetterCheck.tsx'
import { Letterhead } from './letterhead/Letterhead.tsx'
import { Look } from './Look.tsx'
import { Mailbox } from './Mailbox.tsx'
import { MailForm } from './MailForm.tsx'
import { Officers } from './Officers.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { ProtectionSettings } from './ProtectionSettings.tsx'
import { RegisterCheck } from './RegisterCheck.tsx'
import { Systems } from './Systems.tsx'
import { LetterTexts } from './texts/LetterTexts.tsx'
import styles from './Settings.module.css'

export function Settings({ section }: { section: SettingsSection }) {
  const { settings } = useTexts()
  const { go } = useNavigation()
  const contents: Record<SettingsSection, ReactNode> = {
    organisation: <Stored section="organisation" />,
    letterhead: <Letterhead />,
    texts: <LetterTexts />,
    names: <DativeNames />,
    mail: <Stored section="mail" />,
    mailbox: <Mailbox />,
    officers: <Officers />,
    systems: <Systems />,
    law: <Law />,
    keys: <Keys />,
    protection: <ProtectionSettings />,
    backups: <Backups />,
    look: <Look />,
    register: <RegisterCheck />,
    letterCheck: <LetterCheck />,
    about: <About />,
  }
  return (
    <Page title={settings.title}>
      <div className={styles.columns}>
        <nav className={styles.sections} aria-label={settings.title}>
          {settingsSections.map((id) => (
            <button
              key={id}
              type="button"
              className={styles.section}
              aria-current={id === section ? 'page' : undefined}
              onClick={() => go({ screen: 'settings', section: id })}
            >
              {settings.sections[id]}
            </button>
          ))}
        </nav>
        <Panel key={section} title={settings.sections[section]}>
          {contents[section]}
        </Panel>
      </div>
    </Page>
  )
}

/** The sections that live in the vault. */
function Stored({ section }: { section: 'organisation' | 'mail' }) {
  const texts = useTexts()
  const { settings } = texts
  const stored = useAsk(['settings'], () => api.settings.read({}))
  if (stored.error) return <ErrorNotice error={stored.error} onRetry={() => void stored.refetch()} />
  if (!stored.data) return <Delayed />
  const { organisation, suggested, smtp } = stored.data
  if (section === 'mail') {
    return <MailForm stored={smtp} suggestedFrom={organisation ?? suggested} />
  }
  return (
    <>
      <p className="dimmed">{organisation ? settings.organisation.intro : settings.organisation.suggested}</p>
      <OrganisationForm
        initial={organisation ?? suggested}
        submitLabel={texts.desk.save}
        guarded
        onSaved={() => say(texts.desk.saved)}
      />
    </>
  )
}
