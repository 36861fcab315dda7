import { EventEmitter } from 'node:events'
import { loud } from './loud.ts'
import type { PageMessage } from './page-worlds.ts'
import type { WebContents } from './web-contents.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

export const ipcMain = loud('ipcMain', new IpcMain())

type Sent = Extract<PageMessage, { kind: 'send' }>
type Invoked = Extract<PageMessage, { kind: 'invoke' }>

/** Hands a page's `ipcRenderer.send` to the program. */
export function receiveSent(sender: WebContents, { channel, args }: Sent): void {
  ipcMain.emit(channel, eventFrom(sender), ...args)
}

/** Hands a page's `ipcRenderer.invoke` to the program, and the answer back, with Electron's words for a failure. */
export async function receiveInvoked(sender: WebContents, { id, channel, args }: Invoked): Promise<void> {
  try {
    const handler = ipcMain.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    sender.reply({ kind: 'result', id, value: await handler(eventFrom(sender), ...args) })
  } catch (error) {
    sender.reply({
      kind: 'failure',
      id,
      message: `Error invoking remote method '${channel}': ${String(error)}`,
    })
  }
}

function eventFrom(sender: WebContents): object {
  const senderFrame = sender.mainFrame
  const { processId, routingId: frameId } = senderFrame
  return loud('IpcMainEvent', { sender, senderFrame, processId, frameId, type: 'frame' })
}
