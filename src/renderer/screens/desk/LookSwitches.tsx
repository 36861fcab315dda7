import { ActionIcon, Menu } from '@mantine/core'
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { UiLang } from '../../../shared/model/lang.ts'
import type { Preferences } from '../../../shared/model/settings.ts'
import { useTexts } from '../../i18n/index.ts'
import { usePreferences } from '../../preferences.ts'

const themes = ['auto', 'light', 'dark'] as const
const themeIcons: Record<Preferences['theme'], ReactNode> = {
  auto: <IconDeviceDesktop size={18} />,
  light: <IconSun size={18} />,
  dark: <IconMoon size={18} />,
}

/** Language and theme, a click away on every screen. They stand on the coloured band. */
export function LookSwitches() {
  const { desk, words } = useTexts()
  const { preferences, change } = usePreferences()
  return (
    <>
      <ChoiceMenu
        label={`${desk.language}: ${words.uiLangs[preferences.lang]}`}
        icon={<IconLanguage size={20} />}
        choices={UiLang.options.map((lang) => ({ id: lang, label: words.uiLangs[lang], lang }))}
        chosen={preferences.lang}
        onChoose={(lang) => change({ lang })}
      />
      <ChoiceMenu
        label={`${desk.theme}: ${desk.themes[preferences.theme]}`}
        icon={themeIcons[preferences.theme]}
        choices={themes.map((theme) => ({ id: theme, label: desk.themes[theme] }))}
        chosen={preferences.theme}
        onChoose={(theme) => change({ theme })}
      />
    </>
  )
}

type ChoiceMenuProps<Id extends string> = {
  label: string
  icon: ReactNode
  choices: readonly { id: Id; label: string; lang?: string }[]
  chosen: Id
  onChoose: (id: Id) => void
}

function ChoiceMenu<Id extends string>({ label, icon, choices, chosen, onChoose }: ChoiceMenuProps<Id>) {
  const choose = (picked: string) => {
    const found = choices.find(({ id }) => id === picked)
    if (found) onChoose(found.id)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label} title={label} variant="transparent" c="inherit" size="lg">
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={chosen} onChange={(id) => choose(id)}>
          {choices.map(({ id, label: name, lang }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick {...(lang ? { lang } : {})}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
