import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { Call } from '../../src/shared/contract/call.ts'
import { shellContract } from '../../src/shared/contract/index.ts'
import { fail, ok, type Result } from '../../src/shared/errors.ts'
import { inputsOf } from './inputs.ts'
import { expectAnswer, runs, seed } from './register.ts'

/** The shell's gate, with what Electron does for it put in its place: whatever the page sends, it is answered in words. */

const scratch = mkdtempSync(join(tmpdir(), 'zhauap-fuzz-desktop-'))

const electron = vi.hoisted(() => {
  type Handle = (event: unknown, name: unknown, input: unknown) => Promise<Result<unknown>>
  const bound: { call?: Handle; folder: string } = { folder: '' }
  class Notification {
    static isSupported = () => true
    on(): void {}
    show(): void {}
  }
  class Tray {
    on(): void {}
    setToolTip(): void {}
    setContextMenu(): void {}
    destroy(): void {}
  }
  return {
    bound,
    ipcMain: { handle: (_channel: string, handle: Handle) => void (bound.call = handle) },
    app: { getVersion: () => '0', getAppPath: () => bound.folder, setBadgeCount: () => true, quit() {} },
    dialog: {
      showSaveDialog: (_desk: unknown, { defaultPath }: { defaultPath: string }) =>
        Promise.resolve({ canceled: false, filePath: `${bound.folder}/${defaultPath}` }),
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [bound.folder] }),
    },
    clipboard: { readText: () => Promise.resolve('текст'), clear() {} },
    powerMonitor: { on() {} },
    safeStorage: {},
    protocol: {},
    Menu: { buildFromTemplate: () => ({}) },
    nativeImage: { createFromPath: () => ({}) },
    Notification,
    Tray,
  }
})
vi.mock('electron', () => electron)

const frame = { url: 'app://desk/index.html' }
const contents = { mainFrame: frame, send() {} }
const desk = {
  webContents: contents,
  setContentProtection() {},
  setOverlayIcon() {},
  once() {},
  isDestroyed: () => false,
} as unknown as BrowserWindow

const vault = { state: 'open' }
const engine = {
  locks: 0,
  locksAsked: 0,
  isAnswering: false,
  lock() {},
  close: () => Promise.resolve(),
  call: (_name: string, _input: unknown): Promise<Result<unknown>> =>
    Promise.resolve(ok({ state: vault.state })),
}

function call(name: unknown, input: unknown, event: unknown = { senderFrame: frame, sender: contents }) {
  const answered = electron.bound.call?.(event, name, input)
  if (!answered) throw new Error('no call was bound')
  return Promise.resolve(answered)
}

beforeAll(async () => {
  electron.bound.folder = scratch
  for (const part of ['main', 'preload', 'renderer']) {
    mkdirSync(join(scratch, 'out', part), { recursive: true })
    writeFileSync(join(scratch, 'out', part, 'licences.json'), '[]')
  }
  const { bindCalls } = await import('../../src/main/shell/bind-ipc.ts')
  bindCalls(engine, () => desk)
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const calls = Object.entries(shellContract.desktop).map(([verb, each]): [string, Call] => [
  `desktop.${verb}`,
  each,
])

it.each(calls)(
  `%s with ${runs} inputs`,
  async (name, { input }) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const complaints = vi.spyOn(console, 'error')
    onTestFinished(() => complaints.mockRestore())
    await fc.assert(
      fc.asyncProperty(
        inputsOf(input, ['../../чужое.pdf', '/etc/passwd', 'C:\\boot.ini', 'имя.pdf']),
        async (sent) => {
          expectAnswer(await call(name, sent))
          expect(complaints).not.toHaveBeenCalled()
        },
      ),
      { numRuns: runs, seed, endOnFailure: true },
    )
    // Whatever name a file was given, it went where the officer said.
    expect(readdirSync(join(scratch, '..')).filter((each) => /^(чужое|passwd|имя)/.test(each))).toEqual([])
  },
  60_000 + runs * 50,
)

it('while the vault is locked nothing is answered but what the contract says', async () => {
  vault.state = 'locked'
  onTestFinished(() => void (vault.state = 'open'))
  const refused: string[] = []
  for (const [name] of calls) {
    const answer = await call(name, {})
    if (!answer.ok && answer.error.code === 'vaultLocked') refused.push(name)
  }
  expect(refused).toEqual(['desktop.saveFile', 'desktop.notify', 'desktop.badge'])
})

it('a file is not saved where the register was locked while the dialog asked for its place', async () => {
  const asked = vi.spyOn(electron.dialog, 'showSaveDialog')
  asked.mockImplementationOnce(() => {
    engine.locks += 1
    return Promise.resolve({ canceled: false, filePath: join(scratch, 'после.pdf') })
  })
  const answer = await call('desktop.saveFile', {
    name: 'после.pdf',
    bytes: new Uint8Array([1]),
    paper: null,
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'vaultLocked' } })
  expect(readdirSync(scratch)).not.toContain('после.pdf')
})

it('a file of a case is saved once that is on record, and not where it can’t be', async () => {
  const paper = { paper: 'attachment', caseId: 17, name: 'договор.pdf' }
  const noted = vi.spyOn(engine, 'call')
  onTestFinished(() => noted.mockRestore())
  const save = () => call('desktop.saveFile', { name: 'дело.pdf', bytes: new Uint8Array([1]), paper })
  noted.mockResolvedValueOnce(ok({ state: 'open' })).mockResolvedValueOnce(fail('diskFull', {}))
  expect(await save()).toMatchObject({ ok: false, error: { code: 'diskFull' } })
  expect(noted).toHaveBeenLastCalledWith('audit.noteSaved', paper)
  expect(readdirSync(scratch)).not.toContain('дело.pdf')
  expect(await save()).toEqual({ ok: true, value: { saved: true } })
  expect(readdirSync(scratch)).toContain('дело.pdf')

  const cancelled = vi.spyOn(electron.dialog, 'showSaveDialog')
  cancelled.mockResolvedValueOnce({ canceled: true, filePath: '' })
  noted.mockClear()
  expect(await save()).toEqual({ ok: true, value: { saved: false } })
  expect(noted).toHaveBeenCalledExactlyOnceWith('vault.status', {})
})

it('whoever is not the desk’s own page is refused, whatever is sent', async () => {
  const others = [
    { senderFrame: null, sender: contents },
    { senderFrame: { url: 'app://desk/index.html' }, sender: contents },
    { senderFrame: frame, sender: { mainFrame: frame } },
    {},
  ]
  const refused = { ok: false, error: { code: 'senderRefused', details: {} } }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...others), fc.anything(), fc.anything(), async (event, name, input) => {
      expect(await call(name, input, event)).toEqual(refused)
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
})
