import { rename, rm, writeFile } from 'node:fs/promises'

/**
 * Writes a file as a whole or not at all: what was there before stays where the disk is full, and no half of a paper, in the
 * clear as it is, is left behind.
 */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.part`
  try {
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
