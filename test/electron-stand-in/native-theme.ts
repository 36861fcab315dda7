import type { CdpSession } from './cdp.ts'
import { loud } from './loud.ts'
import { LoudEmitter } from './loud-emitter.ts'

type Source = 'system' | 'light' | 'dark'

const followers = new Set<CdpSession>()
let source: Source = 'system'
let chosen = false

class NativeTheme extends LoudEmitter {
  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): Source {
    return source
  }

  set themeSource(value: Source) {
    if (value === source) return
    source = value
    chosen = true
    for (const session of followers) showTheme(session)
    this.emit('updated')
  }

  /** A machine without a desktop has the light theme. */
  get shouldUseDarkColors(): boolean {
    return source === 'dark'
  }
}

export const nativeTheme = loud('nativeTheme', new NativeTheme())

/** Keeps a page's prefers-color-scheme at the chosen theme. */
export function followTheme(session: CdpSession): void {
  followers.add(session)
  session.on('detached', () => followers.delete(session))
  session.on('Page.frameNavigated', () => showTheme(session))
}

/** Tells a page the theme, unless the program never chose one: then a test's own choice stays. */
export function showTheme(session: CdpSession): void {
  if (!chosen) return
  const value = source === 'system' ? '' : source
  session.tell('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
}
