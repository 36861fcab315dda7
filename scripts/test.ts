import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ensureChromium } from '../test/electron-stand-in/find-chromium.ts'

/** All checks of the program, one after another; the last line counts them. A check without tests of its own counts as one. */

type Tally = { passed: number; failed: number }

const root = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'zhauap-reports-'))

function run(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n── ${title}: ${[command, ...args].join(' ')}`)
  const options = { cwd: root, stdio: 'inherit' as const, shell: process.platform === 'win32' }
  return spawnSync(command, args, { ...options, env: { ...process.env, ...env } }).status === 0
}

function check(title: string, command: string, args: string[]): Tally {
  return run(title, command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A runner that fails before it counted anything is one failure. */
function counted(succeeded: boolean, count: () => Tally): Tally {
  try {
    const tally = count()
    return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function unitAndEngineTests(): Tally {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return counted(run('unit and engine tests', 'vitest', args), () => {
    const shape = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
    const { numPassedTests, numFailedTests } = shape.parse(JSON.parse(readFileSync(report, 'utf8')))
    return { passed: numPassedTests, failed: numFailedTests }
  })
}

function endToEndTests(): Tally {
  console.log('\n── end-to-end tests need a Chromium')
  try {
    console.log(`using ${ensureChromium()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
  const report = join(reports, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  return counted(run('end-to-end tests', 'playwright', ['test', '--reporter=list,json'], env), () => {
    const shape = z.object({
      stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    })
    const { expected, unexpected, flaky } = shape.parse(JSON.parse(readFileSync(report, 'utf8'))).stats
    return { passed: expected, failed: unexpected + flaky }
  })
}

const tallies = [
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  check('lint', 'oxlint', ['--type-aware', '--quiet']),
  check('types', 'tsc', ['-b']),
  unitAndEngineTests(),
  check('build', 'electron-vite', ['build', '--logLevel', 'warn']),
  endToEndTests(),
]
rmSync(reports, { recursive: true, force: true })

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
