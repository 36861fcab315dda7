export type Codec = { encode: (value: unknown) => string; decode: (text: string) => unknown }

/**
 * Structured clones as text, for the protocol carries only text. `structuredClone` itself decides what may be
 * cloned; this only writes its result down: a list of nodes that refer to one another by position, so that shared
 * and circular references survive. Self-contained, for its source is also run inside the page.
 */
export function makeCodec(
  toBase64: (bytes: Uint8Array<ArrayBuffer>) => string,
  fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
): Codec {
  type Place = number
  type Written = null | boolean | string | Place | [] | [number] | ['number' | 'bigint', string]
  type Node = readonly [string, ...unknown[]]

  function encode(value: unknown): string {
    const nodes: (Node | undefined)[] = []
    const places = new Map<object, Place>()

    function write(part: unknown): Written {
      if (part === null || typeof part === 'boolean' || typeof part === 'string') return part
      if (part === undefined) return []
      if (typeof part === 'bigint') return ['bigint', String(part)]
      if (typeof part === 'number') {
        if (Number.isFinite(part) && !Object.is(part, -0)) return [part]
        return ['number', part === 0 ? '-0' : String(part)]
      }
      const known = places.get(part)
      if (known !== undefined) return known
      const place = nodes.push(undefined) - 1
      places.set(part, place)
      nodes[place] = describe(part)
      return place
    }

    function describe(part: object): Node {
      if (Array.isArray(part)) return ['Array', Array.from(part, write)]
      if (part instanceof Date) return ['Date', part.getTime()]
      if (part instanceof RegExp) return ['RegExp', part.source, part.flags]
      if (part instanceof Map) return ['Map', Array.from(part, ([key, item]) => [write(key), write(item)])]
      if (part instanceof Set) return ['Set', Array.from(part, write)]
      if (part instanceof Error) {
        return ['Error', part.name, part.message, part.stack ?? '', write(part.cause)]
      }
      if (part instanceof ArrayBuffer) return ['ArrayBuffer', toBase64(new Uint8Array(part))]
      if (ArrayBuffer.isView(part)) {
        const length = 'length' in part ? part.length : part.byteLength
        return ['View', part.constructor.name, write(part.buffer), part.byteOffset, length]
      }
      if (Object.prototype.toString.call(part) === '[object Object]') {
        return ['Object', Object.entries(part).map(([key, item]) => [key, write(item)])]
      }
      throw uncloned()
    }

    const root = write(cloned(value))
    return JSON.stringify([root, nodes])
  }

  function cloned(value: unknown): unknown {
    try {
      return structuredClone(value)
    } catch {
      throw uncloned()
    }
  }

  function uncloned(): Error {
    return new Error('An object could not be cloned.')
  }

  function decode(text: string): unknown {
    const [root, nodes] = JSON.parse(text) as [Written, Node[]]
    const made = new Map<Place, unknown>()

    function read(written: Written): unknown {
      if (typeof written === 'number') return made.has(written) ? made.get(written) : make(written)
      if (!Array.isArray(written)) return written
      if (written.length === 0) return undefined
      if (written.length === 1) return written[0]
      return written[0] === 'bigint' ? BigInt(written[1]) : Number(written[1])
    }

    function keep<T>(place: Place, value: T): T {
      made.set(place, value)
      return value
    }

    function make(place: Place): unknown {
      const [kind, first, second, third, fourth] = nodes[place] ?? ['nothing']
      switch (kind) {
        case 'Array': {
          const array = keep<unknown[]>(place, [])
          for (const item of first as Written[]) array.push(read(item))
          return array
        }
        case 'Object': {
          const object = keep<object>(place, {})
          for (const [key, item] of first as [string, Written][]) {
            const value = read(item)
            Object.defineProperty(object, key, {
              value,
              writable: true,
              enumerable: true,
              configurable: true,
            })
          }
          return object
        }
        case 'Map': {
          const map = keep(place, new Map<unknown, unknown>())
          for (const [key, item] of first as [Written, Written][]) map.set(read(key), read(item))
          return map
        }
        case 'Set': {
          const set = keep(place, new Set<unknown>())
          for (const item of first as Written[]) set.add(read(item))
          return set
        }
        case 'Error':
          return keep(
            place,
            makeError(first as string, second as string, third as string, read(fourth as Written)),
          )
        case 'Date':
          return keep(place, new Date(first === null ? NaN : (first as number)))
        case 'RegExp':
          return keep(place, new RegExp(first as string, second as string))
        case 'ArrayBuffer':
          return keep(place, fromBase64(first as string).buffer)
        case 'View': {
          const View = Reflect.get(globalThis, first as string) as new (...of: unknown[]) => unknown
          return keep(place, new View(read(second as Written), third, fourth))
        }
        default:
          throw new Error(`electron-stand-in: unknown node ${kind}`)
      }
    }

    return read(root)
  }

  function makeError(name: string, message: string, stack: string, cause: unknown): Error {
    const named: unknown = Reflect.get(globalThis, name)
    const Kind = typeof named === 'function' && named.prototype instanceof Error ? named : Error
    const error = Reflect.construct(Kind, [message]) as Error
    Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true })
    if (cause !== undefined) error.cause = cause
    return error
  }

  return { encode, decode }
}

/** The codec of this process; the page builds its own. */
export const codec: Codec = makeCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
)
