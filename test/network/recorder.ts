import dgram from 'node:dgram'
import { writeFileSync } from 'node:fs'
import dns from 'node:dns'
import { Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'

/** Loaded before a program (`--import`): writes down whom it speaks to, line by line into the file that ZHAUAP_RECORD names. */

const file = process.env['ZHAUAP_RECORD'] ?? ''

function note(what: string): void {
  writeFileSync(file, `${what}${parentPort ? ' (worker)' : ''}\n`, { flag: 'a' })
}

/** Puts a function in the place of a method, that notes the call and then does what the method did. */
function watch(owner: object, method: string, describe: (args: unknown[]) => string): void {
  const original: unknown = Reflect.get(owner, method)
  if (typeof original !== 'function') throw new Error(`${method} is gone: the recorder would hear nothing`)
  Reflect.set(owner, method, function recorded(this: unknown, ...args: unknown[]): unknown {
    note(describe(args))
    return Reflect.apply(original, this, args)
  })
}

/** `net`, `tls`, `http` and everything above them connect by this; it is called with normalised arguments within Node. */
watch(Socket.prototype, 'connect', (args) => {
  const [first] = args.flat(2)
  const { host, port, path } = (typeof first === 'object' && first !== null ? first : {}) as Record<
    string,
    unknown
  >
  return path === undefined
    ? `connect ${String(host ?? args[1])}:${String(port ?? first)}`
    : 'connect to a local path'
})
watch(dgram.Socket.prototype, 'send', () => 'datagram')
for (const method of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveMx', 'reverse'])
  watch(dns, method, ([name]) => `look up ${String(name)}`)
for (const method of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveMx', 'reverse'])
  watch(dns.promises, method, ([name]) => `look up ${String(name)}`)
watch(globalThis, 'fetch', ([address]) => `fetch ${String(address)}`)
