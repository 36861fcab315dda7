import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPacks } from '../src/main/engine/packs/load.ts'
import type { SmtpForm } from '../src/shared/model/settings.ts'
import { startSmtpServer, type LoopbackServer } from '../test/smtp/loopback-server.ts'
import { workOn, type ReadEmail } from './demo/casework.ts'
import { openDesk, type Desk } from './demo/desk.ts'
import { readOptions, usage, type DemoOptions } from './demo/options.ts'
import { summaryOf, tell } from './demo/report.ts'
import { realClock, storyClock } from './demo/story-clock.ts'
import { buildProgram, hasDisplay, runProgram } from './program.ts'

const passphrase = 'демонстрация без секретов'
const login = { user: 'demo', pass: 'demo' }

async function demonstrate(options: DemoOptions): Promise<void> {
  const vault = prepareFolder(options.out)
  const clock = options.isBundled ? storyClock(loadPacks('resources').calendar) : realClock
  const server = options.smtp ? null : await startSmtpServer({ secure: 'starttls', auth: login })
  const desk = openDesk(vault, clock)
  try {
    await setUp(desk, options.smtp ?? settingsFor(server))
    const cases = []
    for (const email of await readAll(desk, options.emails)) {
      if (email.receivedOn) clock.takeUp(email.receivedOn)
      const card = await workOn(desk, email, join(options.out, 'letters'))
      console.log(tell(card))
      cases.push(summaryOf(card))
    }
    for (const [index, mail] of (server?.received ?? []).entries()) {
      writeFileSync(join(options.out, 'mail', `${String(index + 1).padStart(2, '0')}.eml`), mail.bytes)
    }
    const record = await desk.ask('audit.verify', {})
    writeSummary(options.out, { vault, cases, record })
    console.log(
      `record   ${record.entries} entries, the chain is ${record.brokenAt === null ? 'whole' : 'BROKEN'}`,
    )
    console.log(`vault    ${vault} (passphrase: ${passphrase})`)
    console.log(`letters, mail and summary.json in ${options.out}`)
  } finally {
    await desk.close()
    await server?.close()
  }
}

/** An earlier demonstration in the folder is replaced; anything else there is left alone and refused. */
function prepareFolder(out: string): string {
  const vault = join(out, 'vault')
  const summary = join(out, 'summary.json')
  const ours = existsSync(summary) && readFileSync(summary, 'utf8').startsWith('{\n  "demo": true')
  if (existsSync(vault) && !ours)
    throw new Error(`${vault} exists and is not of a demonstration: choose another --out`)
  for (const name of ours ? ['vault', 'letters', 'mail'] : [])
    rmSync(join(out, name), { recursive: true, force: true })
  for (const name of ['letters', 'mail']) mkdirSync(join(out, name), { recursive: true })
  writeSummary(out, {})
  return vault
}

/** Written first of all, too: it marks the folder as ours though the demonstration stop half-way. */
function writeSummary(out: string, summary: object): void {
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify({ demo: true, ...summary }, null, 2)}\n`)
}

function settingsFor(server: LoopbackServer | null): SmtpForm {
  if (!server) throw new Error('no mail server')
  return {
    host: server.host,
    port: server.port,
    security: 'starttls',
    user: login.user,
    password: login.pass,
    fromName: 'АО «Казтелепорт»',
    fromAddress: 'privacy@operator.example',
    caPem: server.caPem,
  }
}

async function setUp(desk: Desk, smtp: SmtpForm): Promise<void> {
  await desk.ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
  const { suggested } = await desk.ask('settings.read', {})
  await desk.ask('settings.saveOrganisation', {
    ...suggested,
    signatory: {
      name: 'Б. Ержанов',
      position: { ru: 'Руководитель службы комплаенс', kk: 'Комплаенс қызметінің басшысы' },
    },
    executor: { name: 'Ә. Қалиева', phone: '+7 727 000 00 00' },
  })
  await desk.ask('settings.saveSmtp', smtp)
}

/** All e-mails, the earliest first. */
async function readAll(desk: Desk, files: readonly string[]): Promise<ReadEmail[]> {
  const emails = []
  for (const file of files) emails.push(await desk.ask('intake.read', { bytes: readFileSync(file) }))
  return emails.sort((a, b) => (a.receivedOn ?? '').localeCompare(b.receivedOn ?? ''))
}

try {
  const options = readOptions(process.argv.slice(2))
  await demonstrate(options)
  if (hasDisplay()) {
    buildProgram()
    await runProgram([`--vault=${join(options.out, 'vault')}`])
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 1
}
