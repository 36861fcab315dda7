import { app, session } from 'electron'
import { deskOrigin } from './desk-protocol.ts'

/** What no page of this program ever does: navigate, open windows, ask for permissions, download, reach the network. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Must run once the app is ready. */
export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.on('will-download', (event) => event.preventDefault())
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }))
}

/** The desk's own files, and what its page makes in memory. */
function isOwn(url: string): boolean {
  return [`${deskOrigin}/`, `blob:${deskOrigin}/`, 'data:'].some((prefix) => url.startsWith(prefix))
}
