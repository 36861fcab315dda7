import type { CdpSession } from './cdp.ts'
import { codec } from './clone.ts'
import { chunkLength } from './page-scripts.ts'
import type { HostMessage, PageMessage } from './page-worlds.ts'

type BindingCall = { name: string; payload: string; executionContextId: number }

export const isolatedWorld = 'Electron Isolated Context'

/** Carries messages between this process and the preload's world of a window's current document. */
export class PageWire {
  private readonly session: CdpSession
  private world: number | undefined
  private received = ''

  constructor(session: CdpSession, receive: (message: PageMessage) => void) {
    this.session = session
    session.tell('Runtime.addBinding', { name: 'standInSend', executionContextName: isolatedWorld })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }: BindingCall) => {
      if (name !== 'standInSend') return
      if (executionContextId !== this.world) this.received = ''
      this.world = executionContextId
      this.received += payload.slice(1)
      if (payload.startsWith('+')) return
      const text = this.received
      this.received = ''
      receive(codec.decode(text) as PageMessage)
    })
  }

  /** Sends to the document that spoke last; like Electron, to none when there is none. Throws what is not clonable. */
  send(message: HostMessage): void {
    const text = codec.encode(message)
    if (this.world === undefined) return
    for (let from = 0; from < text.length; from += chunkLength) {
      const last = from + chunkLength >= text.length
      this.session.tell('Runtime.callFunctionOn', {
        executionContextId: this.world,
        functionDeclaration: '(chunk) => standInReceive(chunk)',
        arguments: [{ value: (last ? '.' : '+') + text.slice(from, from + chunkLength) }],
      })
    }
  }
}
