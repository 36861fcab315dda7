export type Bridge = {
  expose: (name: string, api: unknown) => void
  tell: (note: string) => void
}

type Message =
  | { kind: 'expose'; name: string; api: unknown }
  | { kind: 'call'; id: number; args: unknown }
  | { kind: 'return' | 'throw'; value: unknown }
  | { kind: 'resolve' | 'reject'; id: number; value: unknown }
  | { kind: 'tell'; note: string }

/**
 * One end of the contextBridge. The page's world and the preload's world share the DOM but no object, so each end
 * dispatches events that only the other listens for (`secret` names them); Chromium clones `event.detail` when it is
 * read in another world. Functions and promises travel as numbers. Self-contained: its source is run in both worlds.
 */
export function bridgeEnd(secret: string, here: 'page' | 'preload', heard: (note: string) => void): Bridge {
  type Callable = (...args: unknown[]) => unknown
  type Settle = { resolve: (value: unknown) => void; reject: (reason: unknown) => void }

  const ours: Callable[] = []
  const numbers = new WeakMap<Callable, number>()
  const theirs = new Map<number, Callable>()
  const promised = new Map<number, Settle>()
  let promises = 0
  let answer: Message | undefined

  function post(message: Message): void {
    dispatchEvent(new CustomEvent(secret + (here === 'page' ? 'preload' : 'page'), { detail: message }))
  }

  function pack(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') return { [secret]: 'function', id: numberOf(value as Callable) }
    if (value instanceof Promise) return { [secret]: 'promise', id: follow(value) }
    if (typeof value !== 'object' || value === null) return value
    const known = seen.get(value)
    if (known !== undefined) return known
    if (Array.isArray(value)) {
      const array: unknown[] = []
      seen.set(value, array)
      for (const item of value) array.push(pack(item, seen))
      return array
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return value
    const object: Record<string, unknown> = {}
    seen.set(value, object)
    for (const [key, item] of Object.entries(value)) object[key] = pack(item, seen)
    return object
  }

  function unpack(value: unknown, seen = new Map<object, true>()): unknown {
    if (typeof value !== 'object' || value === null || seen.has(value)) return value
    seen.set(value, true)
    const { [secret]: kind, id } = value as { [secret: string]: unknown; id: number }
    if (kind === 'function') return proxyOf(id)
    if (kind === 'promise') return new Promise((resolve, reject) => promised.set(id, { resolve, reject }))
    const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
    if (plain) for (const [key, item] of Object.entries(value)) Reflect.set(value, key, unpack(item, seen))
    return value
  }

  function numberOf(callable: Callable): number {
    const known = numbers.get(callable)
    if (known !== undefined) return known
    const number = ours.push(callable) - 1
    numbers.set(callable, number)
    return number
  }

  function follow(promise: Promise<unknown>): number {
    const id = ++promises
    promise.then(
      (value) => settle(id, 'resolve', value),
      (reason: unknown) => settle(id, 'reject', reason),
    )
    return id
  }

  function settle(id: number, kind: 'resolve' | 'reject', value: unknown): void {
    try {
      post({ kind, id, value: clonable(value) })
    } catch (error) {
      post({ kind: 'reject', id, value: error })
    }
  }

  /** Chromium hands over null in place of a message it cannot clone; we say so where it is sent. */
  function clonable(value: unknown): unknown {
    const packed = pack(value)
    try {
      structuredClone(packed)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    return packed
  }

  function proxyOf(id: number): Callable {
    const known = theirs.get(id)
    if (known) return known
    const proxy = (...args: unknown[]) => call(id, args)
    numbers.delete(proxy)
    theirs.set(id, proxy)
    return proxy
  }

  function call(id: number, args: unknown[]): unknown {
    post({ kind: 'call', id, args: clonable(args) })
    const received = answer
    answer = undefined
    if (received?.kind === 'return') return unpack(received.value)
    throw received?.kind === 'throw' ? received.value : new Error('The other world is gone.')
  }

  function perform(id: number, args: unknown): Message {
    try {
      return { kind: 'return', value: clonable(ours[id]?.(...(unpack(args) as unknown[]))) }
    } catch (error) {
      return { kind: 'throw', value: error instanceof Error ? error : new Error(String(error)) }
    }
  }

  function freezeDeeply(value: unknown): unknown {
    if (
      typeof value === 'object' &&
      value !== null &&
      !ArrayBuffer.isView(value) &&
      !Object.isFrozen(value)
    ) {
      Object.freeze(value)
      for (const [, item] of Object.entries(value)) freezeDeeply(item)
    }
    return value
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'expose':
        Object.defineProperty(globalThis, message.name, {
          value: freezeDeeply(unpack(message.api)),
          enumerable: true,
        })
        return
      case 'call':
        post(perform(message.id, message.args))
        return
      case 'return':
      case 'throw':
        answer = message
        return
      case 'resolve':
      case 'reject':
        promised.get(message.id)?.[message.kind](unpack(message.value))
        promised.delete(message.id)
        return
      case 'tell':
        heard(message.note)
    }
  }

  globalThis.addEventListener(secret + here, (event) => receive((event as CustomEvent<Message>).detail))
  return {
    expose: (name, api) => post({ kind: 'expose', name, api: clonable(api) }),
    tell: (note) => post({ kind: 'tell', note }),
  }
}
