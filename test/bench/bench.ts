import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import { listCases, summarise } from '../../src/main/engine/cases/list-store.ts'
import { registerCase } from '../../src/main/engine/cases/register.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { typesetLetter } from '../../src/main/engine/letters/typeset.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import type { Session } from '../../src/main/engine/session.ts'
import { measure, row, type Sample } from './measure.ts'
import { naiveLetter, sampleLetter } from './letter.ts'
import { noDetails, person, text } from './people.ts'
import { fill, openBenchRegister } from './register.ts'

/** Speed as ratios, side by side in one run: the encrypted register beside a plaintext one, our letter beside pdfkit's own. */

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } })
const cases = Number(values.cases)

const newCase = (number: number): NewCase =>
  NewCase.parse({
    kind: 'access',
    channel: 'email',
    receivedOn: '2026-11-20',
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

type Work = { title: string; times: number; run: (session: Session, number: number) => unknown }

const page = { filter: 'open', after: null, limit: 50 } as const
const work: readonly Work[] = [
  {
    title: 'case registered, durable',
    times: 200,
    run: (session, number) => registerCase(session, newCase(number)),
  },
  {
    title: 'list, 50 most urgent',
    times: 300,
    run: (session) => session.query((db) => listCases(db, { ...page, search: '' }, session.today)),
  },
  {
    title: 'search, as one types',
    times: 300,
    run: (session, number) => {
      const search =
        ['нұр', 'сери', 'ДС-2026-00', 'applicant77', 'обрабатываете', 'мобильді'][number % 6] ?? ''
      return session.query((db) => listCases(db, { ...page, filter: 'all', search }, session.today))
    },
  },
  {
    title: 'counters of the desk',
    times: 300,
    run: (session) => session.query((db) => summarise(db, session.today)),
  },
]

async function registerRows(folder: string): Promise<string[]> {
  const encrypted = openBenchRegister(folder, 'encrypted')
  const plaintext = openBenchRegister(folder, 'plaintext')
  for (const session of [encrypted, plaintext]) fill(session, cases)
  const rows: string[] = []
  for (const { title, times, run } of work) {
    const sample = (session: Session): Promise<Sample> => measure(times, (number) => run(session, number))
    rows.push(row(title, await sample(encrypted), 'plaintext', await sample(plaintext)))
  }
  for (const session of [encrypted, plaintext]) await session.close()
  return rows
}

async function letterRow(): Promise<string> {
  const merged = mergeLetter(sampleLetter())
  if (!merged.ok) throw new Error(`the sample letter lacks ${merged.field}`)
  const fonts = loadFonts('resources/fonts')
  const ours = await measure(100, () => typesetLetter(merged.document, fonts))
  const naive = await measure(20, () => naiveLetter(merged.document))
  return row('letter, 2 pages, tagged', ours, 'pdfkit', naive)
}

const folder = mkdtempSync(join(tmpdir(), 'zhauap-bench-'))
try {
  console.log(`register of ${cases} cases; median and p95; ratio of medians\n`)
  for (const line of await registerRows(folder)) console.log(line)
  console.log(await letterRow())
} finally {
  rmSync(folder, { recursive: true, force: true })
}
