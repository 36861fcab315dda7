import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { engineContract } from '../../src/shared/contract/index.ts'
import { breakOut, listen } from './attacks.ts'
import { passphrase, registerByHand, setUp, test, type Desk } from './desk.ts'

/** The page belongs to an attacker: any script runs in it, past its own policy of content. */

type Answer = { ok: boolean; value?: unknown; error?: { code: string } }

function call(page: Page, name: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    ([calledName, calledInput]) =>
      (window as unknown as { zhauap: { call(name: unknown, input: unknown): Promise<Answer> } }).zhauap.call(
        calledName,
        calledInput,
      ),
    [name, input] as const,
  )
}

test('a page that was taken over gets out by no way', async ({ desk: { app, page } }) => {
  await page.getByLabel('Ваши фамилия и имя').waitFor()
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-hostile-'))
  const file = join(folder, 'secret.txt')
  writeFileSync(file, 'секрет')
  const outside = await listen()
  try {
    expect(await page.evaluate(breakOut, { port: outside.port, file })).toEqual([])
    // It is where it was, alone, and nothing was kept or handed to the desktop.
    expect(app.windows()).toHaveLength(1)
    const shown = await app.evaluate(async ({ BrowserWindow, shell }) => {
      const [window, ...others] = BrowserWindow.getAllWindows()
      const fields = await window?.webContents.executeJavaScript('document.querySelectorAll("input").length')
      return {
        url: window?.webContents.getURL(),
        fields,
        others: others.length,
        handedOver: Reflect.get(shell, 'requests'),
      }
    })
    expect(shown).toMatchObject({
      url: expect.stringMatching(/^app:\/\/desk\/index\.html/),
      fields: 3,
      others: 0,
    })
    // What the stand-in remembers; Electron itself remembers nothing.
    expect(shown.handedOver ?? []).toEqual([])
    expect(readdirSync(folder)).toEqual(['secret.txt'])
    expect(outside.heard).toEqual([])
  } finally {
    outside.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the prototypes of the page lead neither to Node nor to the wire of Electron', async ({
  desk: { page },
}) => {
  await page.getByLabel('Ваши фамилия и имя').waitFor()
  const found = await page.evaluate(() => {
    type Wire = Record<'call' | 'on', (...args: unknown[]) => unknown>
    const { zhauap } = window as unknown as { zhauap: Wire }
    const seen: unknown[] = []
    // What the other world does with our objects it must not do with our functions.
    for (const name of ['push', 'then', 'call', 'apply', 'get', 'set', 'has'] as const)
      // oxlint-disable-next-line eslint/no-extend-native -- it is an attack.
      Object.defineProperty(Object.prototype, name, {
        configurable: true,
        set(this: object, value) {
          seen.push(value)
          Object.defineProperty(this, name, { value, writable: true, configurable: true })
        },
      })
    const stop = zhauap.on((event: unknown) => seen.push(event))
    const worlds = [zhauap, zhauap.call, zhauap.on, stop, ...seen].flatMap((value) => {
      const chain: unknown[] = []
      for (let each: unknown = value; each !== null && each !== undefined; each = Object.getPrototypeOf(each))
        chain.push(each)
      return chain
    })
    const names = ['require', 'process', 'ipcRenderer', 'invoke', 'sendSync', 'postMessage', 'mainModule']
    const bad = worlds.flatMap((value) =>
      names.filter((name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)),
    )
    const isFrozen = Object.isFrozen(zhauap) || !Reflect.set(zhauap, 'call', () => 'чужое')
    return { bad, isFrozen, globals: names.slice(0, 3).filter((name) => name in window) }
  })
  expect(found).toEqual({ bad: [], isFrozen: true, globals: [] })
})

test('a locked vault answers no call, and an unknown one is none', async ({ desk }) => {
  await setUp(desk)
  expect((await call(desk.page, 'vault.lock', {})).ok).toBe(true)
  const codes: Record<string, string | undefined> = {}
  const expected: Record<string, string> = {}
  for (const [noun, verbs] of Object.entries(engineContract)) {
    for (const [verb, { whenLocked }] of Object.entries(verbs)) {
      if (whenLocked) continue
      const name = `${noun}.${verb}`
      codes[name] = (await call(desk.page, name, {})).error?.code
      expected[name] = 'vaultLocked'
    }
  }
  expect(codes).toEqual(expected)
  // Nor does the shell keep or show anything for it.
  const file = { name: 'украдено.txt', bytes: [1] }
  expect((await call(desk.page, 'desktop.saveFile', file)).error?.code).toBe('vaultLocked')
  for (const name of [
    'audit.append',
    'audit.write',
    'db.exec',
    'session.command',
    'vault.key',
    'close',
    '',
  ]) {
    expect((await call(desk.page, name, {})).error?.code).toBe('unknownCall')
  }
})

test('nobody writes the record but the program itself', async ({ desk }) => {
  await setUp(desk)
  await registerByHand(desk.page, { kind: /^Запрос о данных/, familyName: 'Коваленко' })
  const before = await head(desk)
  const forged = {
    actor: 'Чужой',
    officer: 'Чужой',
    at: '2020-01-01T00:00:00.000Z',
    seq: 1,
    hash: '0'.repeat(64),
  }
  expect((await call(desk.page, 'audit.verify', { ...forged, details: forged })).ok).toBe(true)
  expect(await head(desk)).toEqual(before)
  expect(
    (await call(desk.page, 'cases.addNote', { id: 1, text: 'заметка', ...forged, session: forged })).ok,
  ).toBe(true)
  const { value } = await call(desk.page, 'cases.card', { id: 1 })
  const { history } = value as { history: { actor: string; at: string; action: string }[] }
  expect(history.at(-1)).toMatchObject({ actor: 'Ә. Қалиева', action: 'noteAdded' })
  expect(history.at(-1)?.at).not.toBe(forged.at)
  expect(await head(desk)).toMatchObject({ brokenAt: null })
})

test('a page names no folder of its own to the engine, open or locked', async ({ desk }) => {
  await setUp(desk)
  const { value } = await call(desk.page, 'backups.state', {})
  const { settings } = value as { settings: object }
  const secret = { kind: 'passphrase', typed: passphrase }
  const place = String.raw`\\evil.example\share`
  const codes = async (): Promise<(string | undefined)[]> => [
    (await call(desk.page, 'backups.saveSettings', { ...settings, folder: place })).error?.code,
    (await call(desk.page, 'vault.backupsIn', { folder: place })).error?.code,
    (await call(desk.page, 'vault.restore', { path: place, secret })).error?.code,
  ]
  const refused = ['folderNotPicked', 'folderNotPicked', 'folderNotPicked']
  expect(await codes()).toEqual(refused)
  await call(desk.page, 'vault.lock', {})
  expect(await codes()).toEqual(refused)
})

async function head({ page }: Desk): Promise<unknown> {
  return (await call(page, 'audit.verify', {})).value
}

test('floods and nonsense on the wire leave the program at work', async ({ desk }) => {
  await setUp(desk)
  const answered = await desk.page.evaluate(async () => {
    const { zhauap } = window as unknown as {
      zhauap: { call(name: unknown, input: unknown): Promise<Answer> }
    }
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const nonsense = [
      cycle,
      new Date(Number.NaN),
      new Map([[cycle, cycle]]),
      10n,
      Array.from({ length: 3 }),
      'x'.repeat(1_000_000),
    ]
    const calls = Array.from({ length: 500 }, (_, index) =>
      zhauap.call(
        index % 2 ? 'cases.list' : nonsense[index % nonsense.length],
        nonsense[index % nonsense.length],
      ),
    )
    return (await Promise.allSettled(calls)).length
  })
  expect(answered).toBe(500)
  expect((await call(desk.page, 'vault.unlock', { passphrase })).ok).toBe(true)
  expect((await call(desk.page, 'cases.summary', {})).ok).toBe(true)
})
