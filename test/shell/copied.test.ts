import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { clearCopied, noteCopied } from '../../src/main/shell/copied.ts'

/** What was copied in the desk leaves the clipboard after the set time; what was copied elsewhere since stays. */

const board = vi.hoisted(() => ({ text: '' }))
vi.mock('electron', () => ({
  clipboard: { readText: () => Promise.resolve(board.text), clear: () => void (board.text = '') },
}))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

async function copy(text: string, clearAfterSeconds: number | null): Promise<void> {
  board.text = text
  await noteCopied(clearAfterSeconds)
}

it('goes after the set time, counted from the last that was copied', async () => {
  await copy('900101300126', 30)
  await vi.advanceTimersByTimeAsync(20_000)
  await copy('Үмбетова', 30)
  await vi.advanceTimersByTimeAsync(29_999)
  expect(board.text).toBe('Үмбетова')
  await vi.advanceTimersByTimeAsync(1)
  expect(board.text).toBe('')
})

it('stays until the lock where no time is set', async () => {
  await copy('900101300126', null)
  await vi.advanceTimersByTimeAsync(86_400_000)
  expect(board.text).toBe('900101300126')
  await clearCopied()
  expect(board.text).toBe('')
})

it('is left alone where another program has copied since', async () => {
  await copy('900101300126', 30)
  board.text = 'из другой программы'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(board.text).toBe('из другой программы')
})
