import { execFileSync } from 'node:child_process'
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

/** The judgement of the page's own script, without the page. */
export function judge(record: unknown): Chain {
  const script = readFileSync('resources/evidence/verify.js', 'utf8').split('/* What follows only shows. */')
  const verdictOf = /function verdictOf[\s\S]*?\n}/.exec(script[1] ?? '')?.[0] ?? ''
  const call = `const chain = checkChain(JSON.parse(given)); JSON.stringify({ ...chain, verdict: verdictOf(chain) })`
  const source = `const firstLang = 'ru'\n${readFileSync('resources/evidence/sha256.js', 'utf8')}\n${script[0]}\n${verdictOf}\n${call}`
  const result: unknown = runInNewContext(source, { TextEncoder, TextDecoder, given: JSON.stringify(record) })
  return JSON.parse(String(result)) as Chain
}

/** What the page finds of files, as they stand in a folder or a ZIP. */
export function faultsOf(given: readonly (readonly [string, Uint8Array])[]): Promise<unknown> {
  const [script] = readFileSync('resources/evidence/verify.js', 'utf8').split(
    '/* What follows only shows. */',
  )
  const check = `check(given, () => undefined).then(({ faults }) => JSON.stringify(faults))`
  const source = `const firstLang = 'ru'\n${readFileSync('resources/evidence/sha256.js', 'utf8')}\n${script}\n${check}`
  const files = given.map(([name, bytes]) => [name, () => Promise.resolve(bytes)])
  const found = runInNewContext(source, { TextEncoder, TextDecoder, setTimeout, given: files })
  return (found as Promise<string>).then((text) => JSON.parse(text) as unknown)
}
