import type { CdpSession } from './cdp.ts'
import { VetoableEvent } from './loud-emitter.ts'
import type { NavigationGuard } from './requests.ts'
import type { WebContents } from './web-contents.ts'

type FrameRequest = { frameId: string; url: string; disposition: string }

/**
 * Lets the program forbid where a page wants to go. Chromium announces a navigation that the page asked for
 * (`frameRequestedNavigation`) before its request arrives; one that the program asked for is never announced.
 */
export class NavigationVeto {
  private readonly contents: WebContents
  private asked: FrameRequest | undefined

  constructor(contents: WebContents) {
    this.contents = contents
  }

  watch(session: CdpSession, mainFrameId: string): NavigationGuard {
    session.on('Page.frameRequestedNavigation', (request: FrameRequest) => {
      if (request.disposition === 'currentTab') this.asked = request
    })
    return ({ frameId, redirectedRequestId, request }, url) => {
      const isMainFrame = frameId === mainFrameId
      const asked = this.asked
      const byPage = asked?.frameId === frameId && asked.url.split('#')[0] === request.url
      if (byPage) this.asked = undefined
      if (redirectedRequestId !== undefined) return this.allow('will-redirect', url, isMainFrame)
      if (!byPage) return true
      if (isMainFrame && !this.allow('will-navigate', url, isMainFrame)) return false
      return this.allow('will-frame-navigate', url, isMainFrame)
    }
  }

  private allow(name: string, url: string, isMainFrame: boolean): boolean {
    const event = new VetoableEvent({
      url,
      isMainFrame,
      isSameDocument: false,
      frame: this.contents.mainFrame,
    })
    this.contents.emit(name, event, url)
    return !event.defaultPrevented
  }
}
