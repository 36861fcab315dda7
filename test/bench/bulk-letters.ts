import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/main/engine/app.ts'
import { typesetterIn } from '../../src/main/engine/letters/worker-typesetter.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { newCase, organisation, passphrase } from '../engine/register.ts'

/** A thousand letters as the desk asks for them: set in the worker, stored durably, while the list is asked for again and again. */

const letters = 1_000
const folder = mkdtempSync(join(tmpdir(), 'zhauap-bulk-'))
const worker = new URL('../../src/main/engine/letters/worker.ts', import.meta.url)
const typesetter = typesetterIn(worker, 'resources')
const app = createApp({
  ports: {
    clock: { now: () => Date.now() },
    random: { bytes: randomBytes },
    resources: 'resources',
    typesetter,
  },
  vault: join(folder, 'vault'),
})

async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await app.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value as Output<N>
}

await ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
await ask('settings.saveOrganisation', organisation)
const { today } = await ask('cases.summary', {})
const ids: number[] = []
for (let number = 0; number < letters; number += 1) {
  const lang = number % 2 === 0 ? 'ru' : 'kk'
  const applicant = { ...newCase().applicant, familyName: `Примеров${number}`, iin: '', lang } as const
  ids.push((await ask('cases.register', newCase({ applicant, receivedOn: today }))).id)
}
const template = 'registration-notice'
const first = performance.now()
await ask('letters.preview', { caseId: ids[0] ?? 0, templateId: template, lang: 'kk', fields: {} })
const firstMs = performance.now() - first

const memoryMiB = (): number => Math.round(process.memoryUsage.rss() / 1_048_576)
let longestMs = 0
let peakMiB = 0
const end = new AbortController()
async function askOften(): Promise<void> {
  while (!end.signal.aborted) {
    const asked = performance.now()
    await ask('cases.summary', {})
    longestMs = Math.max(longestMs, performance.now() - asked)
    peakMiB = Math.max(peakMiB, memoryMiB())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const asking = askOften()
const before = memoryMiB()
const begun = performance.now()
const cpu = process.cpuUsage()
const { issued } = await ask('bulk.issueLetters', {
  task: 'bulk',
  ids,
  templateId: template,
  lang: null,
  fields: {},
})
const seconds = (performance.now() - begun) / 1_000
const { user, system } = process.cpuUsage(cpu)
end.abort()
await asking
console.log(
  `bulk letters: ${issued} in ${seconds.toFixed(1)} s, ${(issued / seconds).toFixed(0)} a second; CPU ${((user + system) / 1_000 / issued).toFixed(1)} ms a letter; ` +
    `memory ${before} MiB before, ${peakMiB} MiB at most; longest wait of another call ${longestMs.toFixed(0)} ms; first letter ${firstMs.toFixed(0)} ms`,
)
await app.close()
await typesetter.close()
rmSync(folder, { recursive: true, force: true })
