type Privileges = { standard?: boolean; secure?: boolean; supportFetchAPI?: boolean; [name: string]: unknown }
export type CustomScheme = { scheme: string; privileges?: Privileges }
export type Handler = (request: Request) => Response | Promise<Response>

const suffix = 'standin.invalid'
const registered = new Set<string>()
const handlers = new Map<string, Handler>()

/**
 * Chromium refuses a scheme it does not know before anybody can answer for it, so `app://desk/x` is shown to it as
 * `https://desk.app.standin.invalid/x`, which has the privileges of a standard, secure scheme.
 */
export function toChromium(text: string): string {
  return [...registered].reduce(
    (rest, scheme) =>
      rest
        .replaceAll(new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'), `https://$1.${scheme}.${suffix}`)
        .replaceAll(
          new RegExp(`(?<=[\\s;,]|^)${scheme}:(?=[\\s;,]|$)`, 'g'),
          `https://*.${scheme}.${suffix}`,
        ),
    text,
  )
}

/** The reverse of `toChromium`. */
export function fromChromium(text: string): string {
  return text.replaceAll(/https:\/\/([\w.-]+)\.([\w+-]+)\.standin\.invalid/g, '$2://$1')
}

/** The handler of a request that Chromium makes, if it is for a scheme of the program's own. */
export function handlerOf(url: string): Handler | undefined {
  return handlers.get(new URL(url).protocol.slice(0, -1))
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) {
        throw new Error(`electron-stand-in: scheme ${scheme}: only standard and secure schemes are imitated`)
      }
      registered.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!registered.has(scheme)) {
      throw new Error(`electron-stand-in: protocol.handle('${scheme}') without registerSchemesAsPrivileged`)
    }
    if (handlers.has(scheme)) throw new Error('Failed to register protocol: ' + scheme)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Partial<Electron.Protocol>
