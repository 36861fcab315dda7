import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Runs in the page, as a script that got in would: tries each way out and tells those that opened. */
export async function breakOut({ port, file }: { port: number; file: string }): Promise<string[]> {
  const opened: string[] = []
  const reached = `http://127.0.0.1:${port}`
  const soon = <T>(work: Promise<T>): Promise<T | 'nothing'> =>
    Promise.race([work, new Promise<'nothing'>((done) => setTimeout(() => done('nothing'), 1_000))])
  /** Counts a way as open when it gives something, be it only `true`. */
  const attempt = async (name: string, work: () => unknown): Promise<void> => {
    try {
      const given = await soon(Promise.resolve(work()))
      if (given !== undefined && given !== null && given !== false && given !== 'nothing') opened.push(name)
    } catch {
      // Refused.
    }
  }
  const load = (tag: string, attributes: Record<string, string>): Promise<boolean> =>
    new Promise((done) => {
      const element = Object.assign(document.createElement(tag), attributes)
      element.addEventListener('load', () => done(true))
      element.addEventListener('error', () => done(false))
      document.body.append(element)
    })
  const readText = async (url: string): Promise<string | null> => {
    const response = await fetch(url)
    return response.ok ? response.text() : null
  }

  const addresses = [reached, 'http://example.com', 'https://example.com', `${reached}/x?y`]
  const files = [
    `file://${file}`,
    `${location.origin}/../../package.json`,
    `${location.origin}/%2e%2e/%2e%2e/package.json`,
    `${location.origin}/..%2f..%2fpackage.json`,
    `${location.origin}/..%5c..%5cpackage.json`,
    `${location.origin}/${file}`,
    'app://other/index.html',
    'chrome://version',
    'devtools://devtools/bundled/inspector.html',
    'view-source:file:///etc/passwd',
  ]
  for (const url of [...addresses, ...files]) {
    await attempt(`fetch ${url}`, () => readText(url))
    await attempt(`request ${url}`, () => {
      const request = new XMLHttpRequest()
      request.open('GET', url, false)
      request.send()
      return request.status === 200 && request.responseText
    })
    await attempt(`import ${url}`, () => import(/* @vite-ignore */ url))
    await attempt(`worker ${url}`, () => {
      const worker = new Worker(url)
      return new Promise((done) => {
        worker.addEventListener('message', () => done(true))
        worker.addEventListener('error', () => done(false))
      })
    })
    await attempt(`image ${url}`, () => load('img', { src: url }))
    await attempt(`script ${url}`, () => load('script', { src: url }))
    await attempt(`style ${url}`, () => load('link', { rel: 'stylesheet', href: url }))
    await attempt(`object ${url}`, () => load('object', { data: url }))
  }
  for (const rel of ['prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload', 'icon'])
    await attempt(`link ${rel}`, () => load('link', { rel, href: reached, as: 'script' }))
  await attempt('beacon', () => navigator.sendBeacon(reached, 'x') && fetch(reached))
  await attempt('socket', () => opening(new WebSocket(`ws://127.0.0.1:${port}`)))
  await attempt('events', () => opening(new EventSource(reached)))
  await attempt('transport', () => new WebTransport(`https://127.0.0.1:${port}`).ready.then(() => true))
  await attempt('service worker', () => navigator.serviceWorker.register('/index.html'))
  // A refused frame says that it is loaded; whether it came from outside is heard there.
  await attempt('frame', () => load('iframe', { src: reached }).then(() => undefined))
  await attempt('peer', async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    // Its own address is no way out; that a server answered it would be.
    return new Promise((done) =>
      peer.addEventListener('icecandidate', ({ candidate }) => candidate?.type === 'srflx' && done(true)),
    )
  })

  // oxlint-disable-next-line typescript/no-implied-eval -- it is an attack.
  await attempt('eval', () => new Function('return true')())
  await attempt('inline script', async () => {
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.head.append(script)
    return 'wasRun' in window
  })

  type Asking = Record<string, (options?: object) => Promise<unknown>>
  const asking = navigator as unknown as Record<string, Asking | undefined>
  for (const [place, ask, options] of [
    ['mediaDevices', 'getUserMedia', { audio: true, video: true }],
    ['mediaDevices', 'getDisplayMedia', { video: true }],
    ['usb', 'requestDevice', { filters: [] }],
    ['hid', 'requestDevice', { filters: [] }],
    ['serial', 'requestPort', {}],
    ['bluetooth', 'requestDevice', { acceptAllDevices: true }],
    ['clipboard', 'readText', undefined],
    ['storage', 'persist', undefined],
    ['wakeLock', 'request', undefined],
  ] as const)
    await attempt(`${place}.${ask}`, () => asking[place]?.[ask]?.(options))
  await attempt('position', () => new Promise((done) => navigator.geolocation.getCurrentPosition(done)))
  await attempt('notification', async () => (await Notification.requestPermission()) === 'granted')

  await attempt('window', () => window.open(reached))
  await attempt('window of another kind', () => window.open('mailto:x@example.com', '_blank', 'noopener'))
  await attempt('ping', () => {
    const link = Object.assign(document.createElement('a'), { href: '#', ping: reached })
    document.body.append(link)
    link.click()
  })
  for (const target of [
    reached,
    `file://${file}`,
    'mailto:x@example.com',
    'ms-settings:',
    'data:text/html,x',
  ]) {
    await attempt(`link to ${target}`, () => {
      const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' })
      document.body.append(link)
      link.click()
    })
    await attempt(`form to ${target}`, () => {
      const form = Object.assign(document.createElement('form'), { action: target, method: 'post' })
      document.body.append(form)
      form.submit()
    })
    await attempt(`place ${target}`, () => location.assign(target))
  }
  await attempt('download', () => {
    const blob = new Blob(['украдено'])
    const link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(blob),
      download: 'x.txt',
    })
    document.body.append(link)
    link.click()
  })
  return opened

  function opening(socket: WebSocket | EventSource): Promise<boolean> {
    return new Promise((done) => {
      socket.addEventListener('open', () => done(true))
      socket.addEventListener('error', () => done(false))
    })
  }
}

export type Listener = { port: number; heard: string[]; close(): void }

/** Listens on a port of this machine, for lines and for datagrams: whoever comes was not kept in. */
export async function listen(): Promise<Listener> {
  const heard: string[] = []
  const lines = createServer((socket) => {
    heard.push('line')
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(lines, 'listening')
  const address = lines.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const datagrams = createSocket('udp4', () => heard.push('datagram')).bind(address.port, '127.0.0.1')
  await once(datagrams, 'listening')
  return {
    port: address.port,
    heard,
    close: () => {
      lines.close()
      datagrams.close()
    },
  }
}
