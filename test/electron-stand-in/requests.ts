import type { CdpSession } from './cdp.ts'
import { fromChromium, handlerOf, toChromium } from './schemes.ts'
import { beforeRequest } from './session.ts'

export type PausedRequest = {
  requestId: string
  resourceType: string
  frameId: string
  redirectedRequestId?: string
  request: {
    url: string
    method: string
    headers: Record<string, string>
    postDataEntries?: { bytes?: string }[]
  }
}

/** Whether the window allows a document to be loaded in one of its frames. */
export type NavigationGuard = (request: PausedRequest, url: string) => boolean

/** Takes every request of a page or of a worker in hand, before it reaches the network. */
export function interceptRequests(session: CdpSession, allows: NavigationGuard): void {
  session.on('Fetch.requestPaused', (request: PausedRequest) => {
    answer(session, request, allows).catch((error: unknown) => {
      console.error(
        `electron-stand-in: ${request.request.method} ${fromChromium(request.request.url)}:`,
        error,
      )
      session.tell('Fetch.failRequest', { requestId: request.requestId, errorReason: 'Failed' })
    })
  })
  session.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(session: CdpSession, paused: PausedRequest, allows: NavigationGuard): Promise<void> {
  const { requestId, resourceType } = paused
  const url = fromChromium(paused.request.url)
  if (resourceType === 'Document' && !allows(paused, url)) {
    session.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    return
  }
  const verdict = await beforeRequest({ url, method: paused.request.method, resourceType })
  if (verdict.cancel) {
    session.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    return
  }
  const handler = handlerOf(url)
  if (!handler) {
    session.tell('Fetch.continueRequest', { requestId })
    return
  }
  const response = await handler(toRequest(paused, url))
  session.tell('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: Array.from(response.headers, ([name, value]) => ({ name, value: toChromium(value) })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

function toRequest({ request }: PausedRequest, url: string): Request {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    fromChromium(value),
  ])
  const entries = request.postDataEntries
  const body = entries && Buffer.concat(entries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')))
  return new Request(url, { method: request.method, headers, ...(body && { body }) })
}
