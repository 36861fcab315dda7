import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { scratchFolder } from './register.ts'

/**
 * From now on the folder can only be read, as where its rights were taken away: files that are open stay as they are, none is
 * opened for writing, made or removed. Gives what undoes it, or null where this process may mount nothing.
 */
export function makeReadOnly(folder: string): (() => void) | null {
  const undo = (): void => void execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  try {
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' })
  } catch {
    undo()
    return null
  }
  return undo
}

/** A disk of its own of so many MiB, or null where this process may mount none. Gone when the test ends. */
export function smallDisk(sizeMiB: number): string | null {
  const place = join(scratchFolder(), 'disk')
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', place], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', place]))
  return place
}
