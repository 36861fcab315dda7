import { Radio, Switch } from '@mantine/core'
import { UiLang } from '../../../shared/model/lang.ts'
import { Preferences } from '../../../shared/model/settings.ts'
import { useTexts } from '../../i18n/index.ts'
import { usePreferences } from '../../preferences.ts'
import styles from './Settings.module.css'

export function Look() {
  const { day, desk, settings, words } = useTexts()
  const { preferences, change } = usePreferences()
  return (
    <div className={styles.stack}>
      <p className="dimmed">{settings.look.intro}</p>
      <Radio.Group
        label={settings.look.language}
        value={preferences.lang}
        onChange={(lang) => change({ lang: UiLang.parse(lang) })}
      >
        <div className={styles.actions}>
          {UiLang.options.map((lang) => (
            <Radio key={lang} value={lang} label={<span lang={lang}>{words.uiLangs[lang]}</span>} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={settings.look.theme}
        value={preferences.theme}
        onChange={(theme) => change({ theme: Preferences.shape.theme.parse(theme) })}
      >
        <div className={styles.actions}>
          {Preferences.shape.theme.options.map((theme) => (
            <Radio key={theme} value={theme} label={desk.themes[theme]} />
          ))}
        </div>
      </Radio.Group>
      <Switch
        label={day.notifications}
        description={day.notificationsHint}
        checked={preferences.notifications}
        onChange={(event) => change({ notifications: event.currentTarget.checked })}
      />
    </div>
  )
}
