import { loud } from './loud.ts'
import { LoudEmitter, VetoableEvent } from './loud-emitter.ts'
import type { CdpSession } from './cdp.ts'
import { fromChromium, protocol } from './schemes.ts'

type RequestDetails = { url: string; method: string; resourceType: string }
type Verdict = { cancel?: boolean; redirectURL?: string }
type RequestListener = (details: RequestDetails, callback: (verdict: Verdict) => void) => void
type PermissionCheck = (webContents: null, permission: string, origin: string, details: object) => boolean
type PermissionRequest = (
  webContents: null,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void

let requestFilter: { urls: RegExp[]; listener: RequestListener } | undefined
let permissionCheck: PermissionCheck | null = null
let permissionRequest: PermissionRequest | null = null

/** What `webRequest.onBeforeRequest` says of a request. */
export function beforeRequest(details: RequestDetails): Promise<Verdict> {
  const filter = requestFilter
  if (!filter || !filter.urls.some((pattern) => pattern.test(details.url))) return Promise.resolve({})
  return new Promise((resolve, reject) => {
    filter.listener(details, (verdict) => {
      if (verdict.redirectURL === undefined) resolve(verdict)
      else reject(new Error('electron-stand-in: webRequest redirectURL is not imitated'))
    })
  })
}

const webRequest = {
  onBeforeRequest(first: { urls: string[] } | RequestListener | null, second?: RequestListener | null): void {
    const listener = typeof first === 'function' ? first : second
    const urls = typeof first === 'function' || first === null ? ['<all_urls>'] : first.urls
    requestFilter = listener ? { urls: urls.map(matchPattern), listener } : undefined
  },
}

function matchPattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
  // As in Chromium, a star for the scheme means the web's own schemes.
  const [scheme = '', ...rest] = escaped.split(':')
  const web = scheme === '*' ? '(https?|wss?)' : scheme
  return new RegExp(`^${[web, ...rest].join(':').replaceAll('*', '.*')}$`)
}

class Session extends LoudEmitter {
  readonly webRequest = loud('session.webRequest', webRequest)
  readonly protocol = loud('session.protocol', protocol)

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    permissionCheck = handler
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    permissionRequest = handler
  }

  /** Nobody is asked for a device here: Chromium's chooser is closed to a page without the feature. */
  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(): void {}
}

export const defaultSession = loud('session', new Session())

const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  media: 'camera',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
}

/** Gives an origin the permissions that the program's handlers grant; Electron grants all when there is no handler. */
export async function applyPermissions(root: CdpSession, url: string): Promise<void> {
  const { origin } = new URL(url)
  if (origin === 'null') return
  const asked = Object.entries(permissions).map(async ([permission, name]) => {
    const granted = await isGranted(permission, fromChromium(origin))
    await root.send('Browser.setPermission', {
      permission: { name },
      setting: granted ? 'granted' : 'denied',
      origin,
    })
  })
  await Promise.all(asked)
}

async function isGranted(permission: string, origin: string): Promise<boolean> {
  const details = { requestingUrl: origin + '/', isMainFrame: true }
  if (permissionCheck && !permissionCheck(null, permission, origin, details)) return false
  const request = permissionRequest
  return request ? new Promise((resolve) => request(null, permission, resolve, details)) : true
}

/** Downloads are announced, and never kept: a program that wants one must not be tested with this. */
export function watchDownloads(root: CdpSession): void {
  root.tell('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  root.on(
    'Browser.downloadWillBegin',
    ({ url, suggestedFilename }: { url: string; suggestedFilename: string }) => {
      const event = new VetoableEvent()
      const item = { getURL: () => fromChromium(url), getFilename: () => suggestedFilename, cancel: () => {} }
      defaultSession.emit('will-download', event, loud('DownloadItem', item))
      if (!event.defaultPrevented)
        console.error('electron-stand-in: downloads are not imitated; it was refused.')
    },
  )
}
