import { loud } from './loud.ts'

/** The main frame of a page, as the program sees it in `event.senderFrame`. */
export class WebFrameMain {
  url = ''
  readonly processId = 1
  readonly routingId: number
  readonly frameTreeNodeId: number
  readonly parent = null
  destroyed = false

  constructor(id: number) {
    this.routingId = id
    this.frameTreeNodeId = id
    return loud('WebFrameMain', this)
  }

  get origin(): string {
    const { protocol, host, origin } = new URL(this.url || 'about:blank')
    return origin === 'null' && host ? `${protocol}//${host}` : origin
  }

  get top(): this {
    return this
  }

  isDestroyed(): boolean {
    return this.destroyed
  }
}
