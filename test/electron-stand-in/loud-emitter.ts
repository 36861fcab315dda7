import { EventEmitter } from 'node:events'

type Listener = Parameters<EventEmitter['on']>[1]

/** An emitter that refuses listeners for events it would never emit. */
export class LoudEmitter extends EventEmitter {
  private readonly owner: string
  private readonly imitated: ReadonlySet<string | symbol>

  constructor(owner: string, events: readonly string[]) {
    super()
    this.owner = owner
    this.imitated = new Set([...events, 'newListener', 'removeListener'])
  }

  override on(event: string | symbol, listener: Listener): this {
    if (!this.imitated.has(event)) {
      throw new Error(`electron-stand-in: ${this.owner} event '${String(event)}' is not imitated`)
    }
    return super.on(event, listener)
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener)
  }
}

/** Electron's event object: a listener may forbid what is about to happen. */
export class VetoableEvent {
  defaultPrevented = false

  constructor(details: object = {}) {
    Object.assign(this, details)
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
