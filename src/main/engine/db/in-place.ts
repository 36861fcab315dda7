import { statSync } from 'node:fs'

/**
 * Whether the files of an open register still lie where they were opened, to be asked while something is being written.
 * What is written to a file that was removed or replaced is lost with the program, and SQLite does not say so.
 */
export function watchPlace(path: string): () => boolean {
  const register = identityOf(path)
  // The WAL is there from the first deed on, and stays until the register is closed.
  let wal: string | null = null
  return () => {
    const seen = identityOf(`${path}-wal`)
    wal ??= seen
    return identityOf(path) === register && seen === wal
  }
}

function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.dev}:${stats.ino}` : null
}
