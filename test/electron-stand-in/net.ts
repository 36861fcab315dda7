import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handlerOf } from './schemes.ts'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export const net = {
  isOnline: (): boolean => true,
  /** Reads files and the program's own schemes; the network is Node's. */
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const handler = handlerOf(request.url)
    if (handler) return handler(request)
    if (url.protocol !== 'file:') return fetch(request)
    const path = fileURLToPath(url)
    const bytes = await readFile(path).catch(() => {
      throw new Error('net::ERR_FILE_NOT_FOUND')
    })
    return new Response(bytes, {
      headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream' },
    })
  },
}
