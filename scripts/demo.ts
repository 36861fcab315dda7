import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEmail } from '../src/main/engine/intake/read-email.ts'
import { loadPacks } from '../src/main/engine/packs/load.ts'
import { errors } from '../src/renderer/i18n/en/errors.ts'
import type { ErrorText } from '../src/renderer/i18n/types.ts'
import { AppFailure } from '../src/shared/errors.ts'
import type { LocalDate } from '../src/shared/model/local-date.ts'
import type { SmtpForm } from '../src/shared/model/settings.ts'
import { startSmtpServer, type LoopbackServer } from '../test/smtp/loopback-server.ts'
import { workOn } from './demo/casework.ts'
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
    for (const { file, receivedOn } of await inOrderOfReceipt(options.emails)) {
      if (receivedOn) clock.takeUp(receivedOn)
      const card = await attempt(file, () => workOn(desk, readFileSync(file), join(options.out, 'letters')))
      if (!card) continue
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
    login: 'password',
    user: login.user,
    password: login.pass,
    fromName: 'АО «Казтелепорт»',
    fromAddress: 'privacy@operator.example',
    caPem: server.caPem,
    dkim: null,
    dkimKey: null,
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

type DatedFile = { file: string; receivedOn: LocalDate | null }

/** The e-mails, the earliest first; those that can't be read are told of and left out. */
async function inOrderOfReceipt(files: readonly string[]): Promise<DatedFile[]> {
  const dated: DatedFile[] = []
  for (const file of files) {
    const email = await attempt(file, () => readEmail(readFileSync(file)))
    if (email) dated.push({ file, receivedOn: email.receivedOn })
  }
  return dated.sort((a, b) => (a.receivedOn ?? '').localeCompare(b.receivedOn ?? ''))
}

/** One e-mail that fails does not stop the others. */
async function attempt<T>(file: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    console.error(`${file}: ${reasonOf(error)}\n`)
    process.exitCode = 1
    return undefined
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AppFailure) {
    const { code, details }: AppFailure = error
    const { what, todo } = (errors[code] as (details: AppFailure['details']) => ErrorText)(details)
    return `${what} ${todo}`.trim()
  }
  return error instanceof Error ? error.message : String(error)
}

function optionsOrUsage(): DemoOptions {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    throw new Error(`${reasonOf(error)}\n\n${usage}`, { cause: error })
  }
}

try {
  const options = optionsOrUsage()
  await demonstrate(options)
  if (hasDisplay()) {
    buildProgram()
    await runProgram([`--vault=${join(options.out, 'vault')}`])
  }
} catch (error) {
  console.error(reasonOf(error))
  process.exitCode = 1
}
