import { expect } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Desk, type Fixture, test } from './fixture-test.ts'

declare const desk: Desk
declare const fixture: Fixture

test('keeps the page apart from the preload', async ({ page }) => {
  const seen = await page.evaluate(() => {
    const types = ['require', 'process', 'module', 'ipcRenderer', 'standInSend', 'standInReceive']
    const before = desk.call
    try {
      desk.call = () => Promise.resolve('forged')
    } catch {
      // Strict code throws, sloppy code is ignored.
    }
    return [types.filter((name) => name in globalThis), desk.call === before, desk.platform]
  })
  expect(seen).toEqual([[], true, process.platform])
})

test('passes structured clones both ways', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const sent = {
      bytes: new Uint8Array([1, 2, 3]),
      words: new Uint16Array([1, 65535]).subarray(1),
      date: new Date(0),
      map: new Map([['a', { b: new Set([1]) }]]),
      pattern: /a+/gi,
      numbers: [NaN, -0, Infinity, 12345678901234567890n],
      nothing: [undefined, null],
      error: new RangeError('too far'),
      self: {},
    }
    sent.self = sent
    const got = (await desk.call('echo', sent)) as typeof sent
    return {
      bytes: got.bytes instanceof Uint8Array && [...got.bytes],
      words: got.words instanceof Uint16Array && [...got.words],
      date: got.date instanceof Date && got.date.getTime(),
      map: got.map instanceof Map && got.map.get('a')?.b.has(1),
      pattern: String(got.pattern),
      numbers: got.numbers.map((number) => (Object.is(number, -0) ? '-0' : String(number))),
      nothing: got.nothing,
      error: got.error instanceof Error && got.error.message,
      self: got.self === got,
    }
  })
  expect(seen).toEqual({
    bytes: [1, 2, 3],
    words: [65535],
    date: 0,
    map: true,
    pattern: '/a+/gi',
    numbers: ['NaN', '-0', 'Infinity', '12345678901234567890'],
    nothing: [undefined, null],
    error: 'too far',
    self: true,
  })
})

test('refuses what cannot be cloned, and carries error messages', async ({ page }) => {
  const failure = (channel: string) =>
    page.evaluate((name) => desk.call(name, () => 1).catch((error: Error) => error.message), channel)
  expect(await failure('echo')).toBe('An object could not be cloned.')
  const call = (channel: string) =>
    page.evaluate((name) => desk.call(name).catch((error: Error) => error.message), channel)
  expect(await call('fail')).toBe("Error invoking remote method 'fail': RangeError: out of range")
  expect(await call('nobody')).toContain("No handler registered for 'nobody'")
})

test('carries 60 MB there and back', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const sent = new Uint8Array(60 * 1024 * 1024).fill(7)
    sent[12345678] = 42
    const got = (await desk.call('echo', sent)) as Uint8Array
    return [got instanceof Uint8Array, got.length, got[0], got[12345678], got.at(-1)]
  })
  expect(seen).toEqual([true, 60 * 1024 * 1024, 7, 42, 7])
})

test('sends to the page until the page stops listening', async ({ page }) => {
  const heard = await page.evaluate(async () => {
    const said: string[] = []
    const first = Promise.withResolvers<void>()
    const stop = desk.onShouted((text) => {
      said.push(text)
      first.resolve()
    })
    desk.shout('one')
    await first.promise
    stop()
    desk.shout('two')
    await desk.call('echo', 'after two')
    return said
  })
  expect(heard).toEqual(['ONE'])
})

test('tells the program which frame has called', async ({ app, page }) => {
  await page.evaluate(() => desk.call('echo', 1))
  expect(await app.evaluate(() => fixture.senders)).toEqual([[true, 'app://desk/index.html']])
})

test('runs worker threads in the program, and workers in the page', async ({ page }) => {
  expect(await page.evaluate(() => desk.call('add', 2, 3))).toBe(5)
  const path = await page.evaluate(() => {
    const worker = new Worker('worker.js')
    return new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)))
  })
  expect(path).toBe('/worker.js')
})

test('enforces the content security policy of the response', async ({ page }) => {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'inlineRan'))).toBe(true)
  const violated = await page.evaluate(() => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective))
    })
    const script = document.createElement('script')
    script.textContent = 'window.injectedRan = true'
    document.head.append(script)
    return violation
  })
  expect(violated).toBe('script-src-elem')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'injectedRan'))).toBeUndefined()
})

test('drops a file with its path and its bytes', async ({ page, userData }) => {
  const path = join(userData, 'письмо.txt')
  writeFileSync(path, Buffer.from([1, 2, 255]))
  const box = await page.locator('#drop').boundingBox()
  const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const cdp = await page.context().newCDPSession(page)
  // A page that was never painted takes no drop.
  await page.screenshot()
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await expect(page.locator('#dropped')).not.toBeEmpty()
  const dropped: unknown = JSON.parse((await page.locator('#dropped').textContent()) ?? '')
  expect(dropped).toEqual({ path, name: 'письмо.txt', bytes: [1, 2, 255] })
  expect(await page.evaluate(() => desk.pathOf(new File(['x'], 'made.txt')))).toBe('')
})
