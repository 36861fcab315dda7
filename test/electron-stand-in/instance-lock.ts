import {
  type FSWatcher,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

type Greeting = { argv: string[]; folder: string; data: object }
type Greeted = (argv: string[], folder: string, data: object) => void

/**
 * One process a user-data folder. The lock is a file that holds the owner's process id; a later process leaves its
 * command line in a folder that the owner watches. All of it is synchronous, as in Electron, so a program that quits
 * at once has still been heard.
 */
export class InstanceLock {
  private readonly greeted: Greeted
  private lockFile: string | undefined
  private watcher: FSWatcher | undefined

  constructor(greeted: Greeted) {
    this.greeted = greeted
  }

  get held(): boolean {
    return this.lockFile !== undefined
  }

  request(userData: string, data: object): boolean {
    if (this.held) return true
    const lockFile = join(userData, 'SingletonLock')
    const greetings = join(userData, 'SingletonGreetings')
    mkdirSync(greetings, { recursive: true })
    if (!take(lockFile)) {
      greet(greetings, { argv: process.argv, folder: process.cwd(), data })
      return false
    }
    this.lockFile = lockFile
    this.watcher = watch(greetings, () => this.read(greetings))
    return true
  }

  release(): void {
    this.watcher?.close()
    if (this.lockFile !== undefined) rmSync(this.lockFile, { force: true })
    this.lockFile = undefined
  }

  private read(greetings: string): void {
    for (const name of readdirSync(greetings).filter((each) => each.endsWith('.json'))) {
      const path = join(greetings, name)
      const { argv, folder, data } = JSON.parse(readFileSync(path, 'utf8')) as Greeting
      rmSync(path)
      this.greeted(argv, folder, data)
    }
  }
}

function take(lockFile: string): boolean {
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (ownerLives(lockFile)) return false
    rmSync(lockFile, { force: true })
  }
}

/** An owner that was killed left its file behind. */
function ownerLives(lockFile: string): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

function greet(greetings: string, greeting: Greeting): void {
  const name = join(greetings, String(process.pid))
  writeFileSync(name, JSON.stringify(greeting))
  renameSync(name, `${name}.json`)
}
