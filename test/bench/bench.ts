import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { buildProgram } from '../../scripts/program.ts'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import { dressed } from '../../src/core/letters/pictures.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { typesetLetter } from '../../src/main/engine/letters/typeset.ts'
import type { Session } from '../../src/main/engine/session.ts'
import { pngOf } from '../pdf/png.ts'
import {
  aboveMark,
  aboveOf,
  atMost,
  cpuMsSince,
  geomean,
  letterBars,
  measure,
  ratio,
  ratioBar,
  row,
  type Sample,
  screenBar,
} from './measure.ts'
import { naiveLetter, sampleLetter } from './letter.ts'
import { makeVault } from './made-vault.ts'
import { benchRegisters } from './register.ts'
import { screens } from './screens.ts'
import { vaultRows } from './vault.ts'
import { cases, heavyWork, work } from './work.ts'

/** Speed as ratios, side by side in one run: the encrypted register beside a plaintext one, our letter beside pdfkit's own. */

/** What a measurement prints that has a process to itself, and what of it is above its bar. */
function alone(file: string, ...args: string[]): { text: string; above: string[] } {
  const lines = execFileSync(process.execPath, [file, ...args])
    .toString()
    .trimEnd()
    .split('\n')
  const marked = lines.filter((line) => line.startsWith(aboveMark))
  return {
    text: lines.filter((line) => !marked.includes(line)).join('\n'),
    above: marked.map((line) => line.slice(aboveMark.length)),
  }
}

/** A measurement of the built program, built as the program is: a process that reads TypeScript takes more memory. */
async function built(name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(folder, `${name}.mjs`)
}

/** Gives the rows of the register and of its vault that are above their bar. */
async function registerRows(folder: string): Promise<string[]> {
  const { encrypted, plaintext, key, path } = await benchRegisters(folder, cases)
  const ratios: number[] = []
  const above: string[] = []
  for (const { title, times, run, bar = screenBar(cases) } of [...work, ...screens, ...heavyWork]) {
    const sample = (session: Session): Promise<Sample> => measure(times, (number) => run(session, number))
    const ours = await sample(encrypted)
    const theirs = await sample(plaintext)
    ratios.push(ratio(ours, theirs))
    console.log(row(title, ours, 'plaintext', theirs, bar))
    if (bar !== null && ours.p95Ms > bar)
      above.push(`${title}: p95 ${ours.p95Ms.toFixed(2)} ms (≤ ${bar} ms)`)
  }
  const mean = geomean(ratios)
  console.log(`\nencrypted beside plaintext, geometric mean: ${mean.toFixed(2)}× (≤ ${ratioBar}×)`)
  if (mean > ratioBar) above.push(`encrypted beside plaintext: ${mean.toFixed(2)}× (≤ ${ratioBar}×)`)
  for (const session of [encrypted, plaintext]) await session.close()
  const memory = alone(
    join(import.meta.dirname, 'memory.ts'),
    path,
    Buffer.from(key).toString('hex'),
    `--cases=${cases}`,
  )
  console.log(memory.text)
  buildProgram()
  const vault = join(folder, 'vault')
  const passphrase = 'измерение цикла событий'
  await makeVault(vault, { register: path, key, passphrase })
  console.log(alone(await built('loop'), vault, passphrase).text)
  return [...above, ...(await vaultRows(folder, vault, key))]
}

/** Gives what is above its bar. */
async function letterRows(): Promise<string[]> {
  const merged = mergeLetter(sampleLetter())
  if (!merged.ok) throw new Error(`the sample letter lacks ${merged.field}`)
  const fonts = loadFonts('resources/fonts')
  const document = dressed(merged.document, '2026-0001', {
    logo: pngOf(600, 400, [20, 90, 160]),
    signature: null,
    stamp: null,
  })
  const ours = await measure(100, () => typesetLetter(document, fonts))
  const naive = await measure(20, () => naiveLetter(merged.document))
  console.log(row('letter, 2 pages, tagged, logo, code', ours, 'pdfkit', naive))
  const many = 300
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  for (let number = 0; number < many; number += 1) await typesetLetter(document, fonts)
  const aSecond = (many * 1_000) / (performance.now() - start)
  const figure = atMost('CPU of such a letter', cpuMsSince(cpu) / many, letterBars.cpuMs, 'ms')
  console.log(`${many} such letters set on one core: ${aSecond.toFixed(0)} a second; ${figure.text}`)
  const bulk = alone(await built('bulk-letters'))
  console.log(bulk.text)
  return [...aboveOf([figure]), ...bulk.above]
}

const folder = mkdtempSync(join(tmpdir(), 'zhauap-bench-'))
try {
  console.log(`register of ${cases} cases; median and p95; ratio of medians; what p95 may be at most\n`)
  const above = [...(await registerRows(folder)), ...(await letterRows())]
  console.log(above.length === 0 ? 'nothing is above its bar' : `above their bar:\n${above.join('\n')}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
