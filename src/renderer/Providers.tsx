import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/kk'
import 'dayjs/locale/ru'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Preferences } from '../shared/model/settings.ts'
import { listenToEngine, newQueryClient } from './api.ts'
import { textsOf, TextsProvider } from './i18n/index.ts'
import { PreferencesContext, readPreferences, writePreferences } from './preferences.ts'
import { cssVariables, themeIn } from './theme.ts'

/** Everything that stands around the desk: engine events, language, theme, messages. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [client] = useState(newQueryClient)
  const [preferences, setPreferences] = useState(readPreferences)
  const texts = textsOf(preferences.lang)

  useEffect(() => listenToEngine(client), [client])
  useEffect(() => {
    document.documentElement.lang = preferences.lang
    writePreferences(preferences)
  }, [preferences])

  const value = useMemo(
    () => ({
      preferences,
      change: (part: Partial<Preferences>) => setPreferences((old) => ({ ...old, ...part })),
    }),
    [preferences],
  )
  const theme = useMemo(() => themeIn(texts), [texts])
  const forced = preferences.theme === 'auto' ? {} : { forceColorScheme: preferences.theme }

  return (
    <PreferencesContext value={value}>
      <TextsProvider value={texts}>
        <QueryClientProvider client={client}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariables}
            defaultColorScheme="auto"
            getStyleNonce={() => nonce}
            {...forced}
          >
            <DatesProvider settings={{ locale: preferences.lang, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
              <Notifications position="bottom-right" limit={3} />
              {children}
            </DatesProvider>
          </MantineProvider>
        </QueryClientProvider>
      </TextsProvider>
    </PreferencesContext>
  )
}
