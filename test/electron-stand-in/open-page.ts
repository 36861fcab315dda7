import type { CdpSession } from './cdp.ts'
import type { Chromium, Page, Size } from './chromium.ts'
import { answerFilePathQuestions } from './file-paths.ts'
import { followTheme, showTheme } from './native-theme.ts'
import { pageScripts } from './page-scripts.ts'
import { isolatedWorld } from './page-wire.ts'
import { type NavigationGuard, interceptRequests } from './requests.ts'
import { toChromium } from './schemes.ts'
import { applyPermissions } from './session.ts'

export type WebPreferences = { preload?: string; additionalArguments?: string[]; [name: string]: unknown }
type Attached = { sessionId: string; targetInfo: { type: string } }

/** Opens a page and prepares its two worlds; `listen` is called before anything of the page runs. */
export async function openPage(
  chromium: Chromium,
  url: string,
  size: Size,
  preferences: WebPreferences,
  listen: (page: Page) => NavigationGuard,
): Promise<Page> {
  const shownUrl = toChromium(url)
  const scripts = scriptsFor(preferences)
  const page = await chromium.newPage(shownUrl, size)
  const { session } = page
  const allows = listen(page)
  session.tell('Page.enable')
  session.tell('Runtime.enable')
  session.tell('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main })
  session.tell('Page.addScriptToEvaluateOnNewDocument', {
    source: scripts.isolated,
    worldName: isolatedWorld,
  })
  answerFilePathQuestions(session)
  followTheme(session)
  interceptRequests(session, (request, target) => {
    showTheme(session)
    return allows(request, target)
  })
  interceptChildren(chromium, session, allows)
  applyPermissions(chromium.root, shownUrl).catch((error: unknown) =>
    console.error('electron-stand-in:', error),
  )
  page.start()
  return page
}

function scriptsFor({ preload, additionalArguments = [] }: WebPreferences): ReturnType<typeof pageScripts> {
  const { platform, versions } = process
  return pageScripts(preload, { platform, versions, env: {}, argv: additionalArguments })
}

/** Workers and foreign frames are targets of their own; their requests are ours too. */
function interceptChildren(chromium: Chromium, parent: CdpSession, allows: NavigationGuard): void {
  parent.on('Target.attachedToTarget', ({ sessionId }: Attached) => {
    const child = chromium.session(sessionId)
    interceptRequests(child, allows)
    interceptChildren(chromium, child, allows)
    child.tell('Runtime.runIfWaitingForDebugger')
  })
  parent.tell('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}
