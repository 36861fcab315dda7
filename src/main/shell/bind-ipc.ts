import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { findCall, shellContract, type Handlers, type Output } from '../../shared/contract/index.ts'
import { AppFailure, fail, ok, type Result } from '../../shared/errors.ts'
import { desktopHandlers } from './desktop.ts'
import { deskOrigin } from './desk-protocol.ts'
import type { EngineClient } from './engine-client.ts'
import { namesPickedFolder } from './folders.ts'

/** Binds the one channel of calls: the sender is checked, then the shell or the engine answers. */
export function bindCalls(engine: EngineClient, deskOf: () => BrowserWindow | null): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const desk = deskOf()
    if (!desk || !isDesk(event, desk)) return fail('senderRefused', {})
    if (typeof name !== 'string') return fail('unknownCall', {})
    const isOurs = findCall(shellContract, name) !== undefined
    return isOurs ? callShell({ engine, desk }, name, input) : callEngine(engine, name, input)
  })
}

async function callEngine(engine: EngineClient, name: string, input: unknown): Promise<Result<unknown>> {
  if (!(await namesPickedFolder(engine, name, input))) return fail('folderNotPicked', {})
  return engine.call(name, input)
}

/** Only the top frame of the desk's own window, showing the desk's own page, may call. */
function isDesk(event: IpcMainInvokeEvent, desk: BrowserWindow): boolean {
  const frame = event.senderFrame
  if (!frame || event.sender !== desk.webContents || frame !== desk.webContents.mainFrame) return false
  return frame.url.startsWith(`${deskOrigin}/`)
}

/** As the engine's gate does it: a locked vault is asked for nothing but what the contract says, whatever is sent. */
async function callShell(shell: Shell, name: string, input: unknown): Promise<Result<unknown>> {
  const call = findCall(shellContract, name)
  if (!call?.whenLocked && !(await isOpen(shell.engine))) return fail('vaultLocked', {})
  const parsed = call?.input.safeParse(input)
  if (!call || !parsed?.success) return fail('inputInvalid', { field: '' })
  const handlers: Record<string, (shell: Shell, input: never) => unknown> = desktopHandlers
  try {
    return ok(call.output.parse(await handlers[name]?.(shell, parsed.data as never)))
  } catch (error) {
    if (error instanceof AppFailure) return fail(error.code, error.details)
    console.error(`${name}: ${error instanceof Error ? error.name : typeof error}`)
    return fail('internal', {})
  }
}

async function isOpen(engine: EngineClient): Promise<boolean> {
  const status = await engine.call('vault.status', {})
  return status.ok && (status.value as Output<'vault.status'>).state === 'open'
}

type Shell = { engine: EngineClient; desk: BrowserWindow }
export type ShellHandlers = Handlers<typeof shellContract, Shell>
