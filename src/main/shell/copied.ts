import { createHash, randomBytes } from 'node:crypto'
import { clipboard } from 'electron'

/** What was copied in the desk and still lies in the clipboard: a keyed hash of it, so that no text is held. */
type Copied = { mark: string; timer: NodeJS.Timeout | undefined }

const key = randomBytes(32)
let copied: Copied | null = null

/** Text that the desk has just put into the clipboard leaves it after a while; null: it stays until the vault is locked. */
export async function noteCopied(clearAfterSeconds: number | null): Promise<void> {
  clearTimeout(copied?.timer)
  const mark = await markOfClipboard()
  const timer =
    clearAfterSeconds === null ? undefined : setTimeout(() => void clearCopied(), clearAfterSeconds * 1_000)
  copied = { mark, timer }
}

/** What was copied elsewhere since is left alone. */
export async function clearCopied(): Promise<void> {
  if (!copied) return
  clearTimeout(copied.timer)
  const { mark } = copied
  copied = null
  if ((await markOfClipboard()) === mark) clipboard.clear()
}

async function markOfClipboard(): Promise<string> {
  return createHash('sha256')
    .update(key)
    .update(await clipboard.readText())
    .digest('hex')
}
