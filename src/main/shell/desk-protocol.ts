import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

export const deskOrigin = 'app://desk'
export const deskUrl = `${deskOrigin}/index.html`

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}

/** Must run before the app is ready. */
export function registerDeskScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built desk from its folder, and nothing else, with a strict policy and a fresh nonce a load. */
export function serveDesk(folder: string): void {
  protocol.handle('app', async (request) => {
    const path = pathOf(request.url, folder)
    if (request.method !== 'GET' || path === null) return new Response(null, { status: 404 })
    try {
      return respond(path, await readFile(path))
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

function pathOf(url: string, folder: string): string | null {
  const { protocol: scheme, host, pathname } = new URL(url)
  if (`${scheme}//${host}` !== deskOrigin) return null
  const path = normalize(join(folder, decodeURIComponent(pathname)))
  return path.startsWith(folder + sep) ? path : null
}

function respond(path: string, content: Buffer): Response {
  const type = types[extname(path)] ?? 'application/octet-stream'
  const nonce = randomBytes(16).toString('base64')
  const body =
    extname(path) === '.html' ? content.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : content
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-security-policy': policy(nonce),
      'permissions-policy': noFeatures,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** Taken from the page before anybody could be asked for them. */
const noFeatures = [
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
