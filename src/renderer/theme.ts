import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Notification,
  Select,
  Tooltip,
} from '@mantine/core'
import type { Texts } from './i18n/index.ts'

/** The sky over the steppe, from noon haze to dusk. */
const sky: MantineColorsTuple = [
  '#e8f6f9',
  '#d3ebf1',
  '#a9d6e2',
  '#7cbfd1',
  '#55abc2',
  '#3a9cb6',
  '#25869f',
  '#15718a',
  '#0b5f76',
  '#064c60',
]

/** Blue-grey in place of Mantine's neutral dark, so that night looks like the same house. */
const dark: MantineColorsTuple = [
  '#d5e0e4',
  '#bccacf',
  '#a2b3b9',
  '#7f9299',
  '#4a5d65',
  '#33454d',
  '#25353c',
  '#18262c',
  '#121d22',
  '#0c1519',
]

const theme = createTheme({
  colors: { sky, dark },
  primaryColor: 'sky',
  primaryShade: 8,
  autoContrast: true,
  fontFamily: "'Golos Text Variable', 'Segoe UI', sans-serif",
  fontFamilyMonospace: "Consolas, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.95rem', lg: '1.1rem', xl: '1.3rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.4rem', lineHeight: '1.25' },
      h2: { fontSize: '1.05rem', lineHeight: '1.35' },
      h3: { fontSize: '0.95rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      // Where nothing is to move, Mantine does not move its loader to the middle, either.
      styles: { loader: { transform: 'translate(-50%, -50%)' } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'sm' } }),
    // In a portal the list would hang outside the page's landmarks; its own scroll area could not be reached by keys.
    Select: Select.extend({
      defaultProps: { comboboxProps: { withinPortal: false }, withScrollArea: false },
      styles: { options: { maxHeight: 260, overflowY: 'auto' } },
    }),
    // A menu holds its items alone, and stands where its button does.
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: true } }),
  },
})

/** The theme, with the words it needs in the language of the desk. */
export function themeIn({ desk }: Texts): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': desk.close }
  return {
    ...theme,
    components: {
      ...theme.components,
      Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
    },
  }
}

/** Mantine's muted greys do not reach 4.5:1; these do, on both the page and a card. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f3f7f8',
    '--mantine-color-text': '#12242b',
    '--mantine-color-dimmed': '#4b616a',
    '--mantine-color-placeholder': '#5f747c',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0b5f76',
    '--mantine-color-sky-light-color': '#0b5f76',
    '--mantine-color-default-border': '#c9d6db',
    '--desk-surface': '#ffffff',
    '--desk-raised': '#eaf2f4',
    '--desk-line': '#dbe5e8',
    '--desk-accent': '#0b5f76',
    '--desk-band': '#0a4f63',
    '--desk-band-ink': '#eaf7fa',
    '--desk-gold': '#e3a72f',
    '--tone-late-bg': '#fde6e3',
    '--tone-late-ink': '#96190f',
    '--tone-today-bg': '#ffeccc',
    '--tone-today-ink': '#7a4300',
    '--tone-soon-bg': '#fbf5d4',
    '--tone-soon-ink': '#655100',
    '--tone-calm-bg': '#dff1f5',
    '--tone-calm-ink': '#07495c',
    '--tone-good-bg': '#dff3e4',
    '--tone-good-ink': '#14532b',
    '--tone-plain-bg': '#e7eef0',
    '--tone-plain-ink': '#2f434b',
  },
  dark: {
    '--mantine-color-body': '#0f191e',
    '--mantine-color-text': '#dce7ea',
    '--mantine-color-dimmed': '#a2b3b9',
    '--mantine-color-placeholder': '#8fa2a9',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-anchor': '#7fd0e4',
    '--mantine-color-sky-light-color': '#7fd0e4',
    '--mantine-color-default': '#18262c',
    '--mantine-color-default-border': '#3a4d55',
    '--desk-surface': '#16232a',
    '--desk-raised': '#1f3038',
    '--desk-line': '#2b3c44',
    '--desk-accent': '#7fd0e4',
    '--desk-band': '#0b2e3a',
    '--desk-band-ink': '#dff1f5',
    '--desk-gold': '#d69a2a',
    '--tone-late-bg': '#4a1814',
    '--tone-late-ink': '#ffb8b0',
    '--tone-today-bg': '#46300b',
    '--tone-today-ink': '#ffd694',
    '--tone-soon-bg': '#3a350f',
    '--tone-soon-ink': '#f1e195',
    '--tone-calm-bg': '#123b48',
    '--tone-calm-ink': '#a9e1f0',
    '--tone-good-bg': '#123a22',
    '--tone-good-ink': '#a7e6bb',
    '--tone-plain-bg': '#293a42',
    '--tone-plain-ink': '#cbd8dd',
  },
})
