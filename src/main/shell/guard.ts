import { app, dialog, session, type WebContents } from 'electron'
import { deskOrigin } from './desk-protocol.ts'
import { refusedSwitches } from './switches.ts'

/**
 * Whether the program may start with its arguments; a packaged one takes no switch that would weaken it. (`--inspect` and
 * what the environment says to Node are refused by the fuses, before anything runs.)
 */
export function mayStart(): boolean {
  const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1), process.platform) : []
  if (refused.length === 0) return true
  const names = refused.map((name) => `--${name}`).join(' ')
  dialog.showErrorBox('Жауап', `Недопустимый ключ запуска · Жол берілмейтін кілт · Refused switch: ${names}`)
  return false
}

/** Of WebRTC, whose datagrams no filter of requests sees. */
const onlyByProxy = 'disable_non_proxied_udp'

/** Must run before the app is ready. The engine's own connections, by Node, know nothing of these switches. */
export function guardProcess(): void {
  app.enableSandbox()
  const { commandLine } = app
  // No name is found, no address reached: what slips past the policy and the filter below ends at a proxy that is nowhere.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('proxy-server', 'nowhere.invalid:9')
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', onlyByProxy)
  for (const talk of ['background-networking', 'component-update', 'domain-reliability', 'breakpad'])
    commandLine.appendSwitch(`disable-${talk}`)
  commandLine.appendSwitch('no-pings')
  process.on('uncaughtException', (error) => {
    tellFault('uncaught', error)
    app.exit(1)
  })
  process.on('unhandledRejection', (error) => tellFault('unhandled', error))
}

/** By its name and nothing else: the message of an error may hold personal data. */
function tellFault(how: string, error: unknown): void {
  console.error(`${how}: ${error instanceof Error ? error.name : typeof error}`)
}

/** What no page of this program ever does: navigate, open windows or web views, speak to devices or around the proxy. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Under a mouse that lies still, a window that moves itself would look like work in it.
  contents.on('content-bounds-updated', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy(onlyByProxy)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** Must run once the app is ready. No permission, no device, no download, no request but for the desk's own files. */
export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.on('will-download', (event) => event.preventDefault())
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }))
}

/** The desk's own files, and what its page makes in memory. */
function isOwn(url: string): boolean {
  return [`${deskOrigin}/`, `blob:${deskOrigin}/`, 'data:'].some((prefix) => url.startsWith(prefix))
}
