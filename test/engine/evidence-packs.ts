import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { EvidenceManifest } from '../../src/shared/model/evidence.ts'
import { issueReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { newCase, openRegister, scratchFolder, type TestRegister } from './register.ts'

/** Packs of evidence, and what becomes of them elsewhere. */

/** A case with a file, answered by mail; another of the same month; one of the month before. */
export async function registerWithEvidence() {
  const desk = await openRegister()
  const server = await startServer()
  await desk.ask('settings.saveSmtp', settingsFor(server))
  const { caseId, letterId } = await issueReply(desk)
  await send(desk, letterId)
  await settled(desk)
  const attachments = [
    { name: '../../доверенность «№ 1».txt', mime: 'text/plain', bytes: new Uint8Array([1, 2, 3]) },
    { name: `пусто${', ұзын атау'.repeat(30)}.txt`, mime: 'text/plain', bytes: new Uint8Array() },
  ]
  const other = await desk.ask('cases.register', newCase({ kind: 'claim', attachments }))
  await desk.ask('cases.register', newCase({ kind: 'optout', receivedOn: '2026-10-30' }))
  const { number } = await desk.ask('cases.card', { id: caseId })
  return { desk, caseId, number, other }
}

/** Unpacks by a program that is not ours. */
export function unpack(bytes: Uint8Array): string {
  const folder = scratchFolder()
  const file = join(folder, 'pack.zip')
  writeFileSync(file, bytes)
  execFileSync('7z', ['x', '-y', `-o${join(folder, 'pack')}`, file], { stdio: 'pipe' })
  return join(folder, 'pack')
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

export const contentsOf = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(filesIn(folder).map((name) => [name, Uint8Array.from(readFileSync(join(folder, name)))]))

export const manifestIn = (folder: string): EvidenceManifest =>
  EvidenceManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

export async function packOfCase(
  { desk, number }: { desk: TestRegister; number: string },
  lang: 'ru' | 'kk' | 'both' = 'ru',
) {
  return desk.ask('evidence.make', { task: 't', of: { caseNumber: number }, lang })
}

export type Link = Record<string, unknown> & { seq: number; hash: string; actor: string }
export type Extract = { genesis: string; head: { seq: number; hash: string }; links: Link[] }
export type Chain = { faults: unknown[]; unproven: [number, number][]; verdict: string }

/** The page's own script, without the page. */
function scriptOf(): { rules: string; verdictOf: string } {
  const part = (name: string): string => readFileSync(join('resources/evidence', name), 'utf8')
  const [verify = '', shows = ''] = part('verify.js').split('/* What follows only shows. */')
  const rules = [`const firstLang = 'ru'`, part('sha256.js'), part('zip.js'), verify].join('\n')
  return { rules, verdictOf: /function verdictOf[\s\S]*?\n}/.exec(shows)?.[0] ?? '' }
}

/** Its judgement of a chain. */
export function judge(record: unknown): Chain {
  const { rules, verdictOf } = scriptOf()
  const call = `const chain = checkChain(JSON.parse(given)); JSON.stringify({ ...chain, verdict: verdictOf(chain) })`
  const page = { TextEncoder, TextDecoder, given: JSON.stringify(record) }
  return JSON.parse(String(runInNewContext(`${rules}\n${verdictOf}\n${call}`, page))) as Chain
}

/** What the page finds of files, as they stand in a folder. */
export function faultsOf(given: readonly (readonly [string, Uint8Array])[]): Promise<unknown> {
  return checked(
    'given',
    given.map(([name, bytes]) => [name, () => Promise.resolve(bytes)]),
  )
}

/** What the page finds of a ZIP. */
export function faultsOfZip(bytes: Uint8Array): Promise<unknown> {
  return checked('await filesOfZip(given)', new Blob([Uint8Array.from(bytes)]))
}

async function checked(files: string, given: unknown): Promise<unknown> {
  const check = `(async () => JSON.stringify((await check(${files}, () => undefined)).faults))()`
  const page = { TextEncoder, TextDecoder, setTimeout, Blob, DecompressionStream }
  const found = runInNewContext(`${scriptOf().rules}\n${check}`, { ...page, given }) as Promise<string>
  return JSON.parse(await found) as unknown
}

/** A pack whose files were changed, and their description made anew to fit. */
export function described(
  pack: Record<string, Uint8Array>,
  change: (manifest: EvidenceManifest, files: Record<string, Uint8Array>) => void,
): [string, Uint8Array][] {
  const files = { ...pack }
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as EvidenceManifest
  change(manifest, files)
  for (const file of manifest.files) {
    const bytes = files[file.path]
    if (bytes) Object.assign(file, { bytes: bytes.length, sha256: hash('sha256', bytes) })
  }
  files['manifest.json'] = new TextEncoder().encode(JSON.stringify(manifest))
  return Object.entries(files)
}
