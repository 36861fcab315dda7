import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from './engine.ts'
import { aboveMark, aboveOf, atLeast, atMost, cpuMsSince, letterBars } from './measure.ts'
import { noDetails, person, text } from './people.ts'

/**
 * A thousand letters as the desk asks for them: set in the worker, stored durably, while the list is asked for again and
 * again. The built program does it, in a process that holds nothing else.
 */

const letters = 1_000
const folder = mkdtempSync(join(tmpdir(), 'zhauap-bulk-'))
const { ask, close } = startEngine(join(folder, 'vault'))

await ask('vault.create', { passphrase: 'тысяча писем подряд', officer: 'Ә. Қалиева' })
const { suggested } = await ask('settings.read', {})
await ask('settings.saveOrganisation', {
  ...suggested,
  signatory: { name: 'Б. Ержанов', position: { ru: 'Директор', kk: 'Директор' } },
})
const { today } = await ask('cases.summary', {})
const ids: number[] = []
for (let number = 0; number < letters; number += 1) {
  const registered = await ask('cases.register', {
    kind: 'access',
    channel: 'paper',
    receivedOn: today,
    documentsEnclosed: false,
    representative: null,
    details: noDetails,
    applicant: person(number),
    site: 'kazteleport.kz',
    subject: 'Запрос',
    text: text(number),
    emailId: null,
    attachments: [],
  })
  ids.push(registered.id)
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
const cpuMs = cpuMsSince(cpu)
end.abort()
await asking
const figures = [
  atLeast('bulk letters:', issued / seconds, letterBars.aSecond, 'a second'),
  atMost('CPU', cpuMs / issued, letterBars.cpuMs, 'ms a letter'),
  atMost('first letter', firstMs, letterBars.firstMs, 'ms'),
  atMost('memory', peakMiB, letterBars.memoryMiB, 'MiB at most'),
]
console.log(
  `${issued} ${figures.map(({ text }) => text).join('; ')}, ${before} MiB before; longest wait of another call ${longestMs.toFixed(0)} ms`,
)
for (const line of aboveOf(figures)) console.log(`${aboveMark}${line}`)
await close()
rmSync(folder, { recursive: true, force: true })
