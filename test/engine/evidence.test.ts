import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readHead } from '../../src/core/audit/head.ts'
import { hashDetails, linkHash, type Link as LinkOfChain } from '../../src/main/engine/audit/chain.ts'
import { extractRecord } from '../../src/main/engine/evidence/extract.ts'
import { EvidenceManifest } from '../../src/shared/model/evidence.ts'
import { faultsOfPdf } from '../pdf/structure.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { issueReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { openSession } from './open-session.ts'
import { newCase, openRegister, passphrase, scratchFolder, type TestRegister } from './register.ts'

/** A case with a file, answered by mail; another of the same month; one of the month before. */
async function registerWithEvidence() {
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
function unpack(bytes: Uint8Array): string {
  const folder = scratchFolder()
  const file = join(folder, 'pack.zip')
  writeFileSync(file, bytes)
  execFileSync('7z', ['x', '-y', `-o${join(folder, 'pack')}`, file], { stdio: 'pipe' })
  return join(folder, 'pack')
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

const contentsOf = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(filesIn(folder).map((name) => [name, Uint8Array.from(readFileSync(join(folder, name)))]))

const manifestIn = (folder: string): EvidenceManifest =>
  EvidenceManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

async function packOfCase(
  { desk, number }: { desk: TestRegister; number: string },
  lang: 'ru' | 'kk' | 'both' = 'ru',
) {
  return desk.ask('evidence.make', { task: 't', of: { caseNumber: number }, lang })
}

type Link = Record<string, unknown> & { seq: number; hash: string; actor: string }
type Extract = { genesis: string; head: { seq: number; hash: string }; links: Link[] }
type Chain = { faults: unknown[]; unproven: [number, number][]; verdict: string }

/** The judgement of the page's own script, without the page. */
function judge(record: unknown): Chain {
  const script = readFileSync('resources/evidence/verify.js', 'utf8').split('/* What follows only shows. */')
  const verdictOf = /function verdictOf[\s\S]*?\n}/.exec(script[1] ?? '')?.[0] ?? ''
  const call = `const chain = checkChain(JSON.parse(given)); JSON.stringify({ ...chain, verdict: verdictOf(chain) })`
  const source = `const firstLang = 'ru'\n${readFileSync('resources/evidence/sha256.js', 'utf8')}\n${script[0]}\n${verdictOf}\n${call}`
  const result: unknown = runInNewContext(source, { TextEncoder, TextDecoder, given: JSON.stringify(record) })
  return JSON.parse(String(result)) as Chain
}

/** What the page finds of files, as they stand in a folder or a ZIP. */
function faultsOf(given: readonly (readonly [string, Uint8Array])[]): Promise<unknown> {
  const [script] = readFileSync('resources/evidence/verify.js', 'utf8').split(
    '/* What follows only shows. */',
  )
  const check = `check(given, () => undefined).then(({ faults }) => JSON.stringify(faults))`
  const source = `const firstLang = 'ru'\n${readFileSync('resources/evidence/sha256.js', 'utf8')}\n${script}\n${check}`
  const files = given.map(([name, bytes]) => [name, () => Promise.resolve(bytes)])
  const found = runInNewContext(source, { TextEncoder, TextDecoder, setTimeout, given: files })
  return (found as Promise<string>).then((text) => JSON.parse(text) as unknown)
}

describe('the chain of a pack', () => {
  it('is shown link after link however long it is, and so is proved', () => {
    const { session } = openSession()
    session.command(({ record, db }) => {
      db.run("INSERT INTO setting (name, value) VALUES ('x', 'y')")
      for (let count = 0; count < 4_500; count += 1) record('viewSaved', null, {})
    })
    const extract = session.query((db) => extractRecord(db, []))
    expect(extract.links).toHaveLength(4_500)
    expect(judge(extract)).toMatchObject({ faults: [], unproven: [], verdict: 'whole' })
  })

  it('that was forged before a stretch left out is not called whole, and the stretch is named', async () => {
    const register = await registerWithEvidence()
    const folder = unpack((await packOfCase(register)).bytes)
    const extract = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as Extract
    expect(judge(extract)).toMatchObject({ faults: [], unproven: [], verdict: 'whole' })
    const { head, genesis } = extract
    const [first] = extract.links
    const forged = { ...first, actor: 'Никто' } as unknown as LinkOfChain
    const links = [
      { ...forged, hash: linkHash(genesis, forged) },
      { upTo: head.seq, hash: head.hash },
    ]
    expect(judge({ genesis, head, links })).toMatchObject({
      faults: [],
      unproven: [[2, head.seq]],
      verdict: 'unproven',
    })
    // A gap that goes back or nowhere, and links that are left out without one.
    expect(judge({ ...extract, links: [...extract.links, { upTo: 1, hash: head.hash }] }).verdict).toBe(
      'broken',
    )
    expect(judge({ ...extract, links: [...extract.links, { upTo: null, hash: head.hash }] }).verdict).toBe(
      'broken',
    )
    // What comes after the stretch is chained to the head; nothing was shown before it.
    const late = [{ upTo: 3, hash: extract.links[2]?.hash }, ...extract.links.slice(3)]
    expect(judge({ genesis, head, links: late })).toMatchObject({ faults: [], verdict: 'whole' })
  })
})

describe('an evidence pack', () => {
  it('holds every file it names and no other, each of the hash it names', async () => {
    const register = await registerWithEvidence()
    const { bytes, manifestSha256, files } = await packOfCase(register)
    const folder = unpack(bytes)
    const manifest = manifestIn(folder)
    const named = manifest.files.map(({ path }) => path)
    expect(filesIn(folder).sort()).toEqual([...named, 'manifest.json'].sort())
    expect(files).toBe(named.length + 1)
    for (const { path, sha256, bytes: size } of manifest.files) {
      const content = readFileSync(join(folder, path))
      expect([path, content.length, hash('sha256', content)]).toEqual([path, size, sha256])
    }
    expect(hash('sha256', readFileSync(join(folder, 'manifest.json')))).toBe(manifestSha256)
    const kinds = new Set(manifest.files.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(
      ['card', 'dates', 'index', 'letter', 'mail', 'record', 'state', 'verifier'].sort(),
    )
  })

  it('of a period holds the cases received in it, and files by names that stay inside it', async () => {
    const { desk, number, other } = await registerWithEvidence()
    const of = { from: '2026-11-01', to: '2026-11-30' } as const
    const preview = await desk.ask('evidence.preview', { of })
    const { bytes, cases } = await desk.ask('evidence.make', { task: 't', of, lang: 'kk' })
    expect([preview.cases, cases]).toEqual([2, 2])
    const folder = unpack(bytes)
    const manifest = manifestIn(folder)
    expect(manifest.cases.map((one) => one.number)).toEqual([number, other.number])
    const attached = manifest.files.filter(({ kind }) => kind === 'attachment')
    expect(attached).toHaveLength(2)
    expect(attached.every(({ path }) => path.startsWith(`cases/${other.number}/received/`))).toBe(true)
    expect(preview.files).toBe(
      manifest.files.filter(({ kind }) => ['attachment', 'letter', 'mail'].includes(kind)).length,
    )
  })

  it.each(['ru', 'kk', 'both'] as const)(
    'has an index and the ways of the dates in %s, with the head',
    async (lang) => {
      const register = await registerWithEvidence()
      const folder = unpack((await packOfCase(register, lang)).bytes)
      const manifest = manifestIn(folder)
      for (const name of [
        'index.pdf',
        `cases/${register.number}/dates.pdf`,
        `cases/${register.number}/card.pdf`,
      ]) {
        const pdf = readFileSync(join(folder, name))
        expect(faultsOfPdf(pdf)).toEqual([])
        const words = await wordsOfPdf(pdf)
        expect(words.replaceAll(/\s/g, '')).toContain(register.number)
        expect(readHead(words)).not.toBeNull()
      }
      const index = (await wordsOfPdf(readFileSync(join(folder, 'index.pdf')))).replaceAll(/\s/g, '')
      for (const { path, sha256 } of manifest.files.filter((one) => one.path !== 'index.pdf'))
        expect([path, index.includes(sha256)]).toEqual([path, true])
      const dates = (
        await wordsOfPdf(readFileSync(join(folder, `cases/${register.number}/dates.pdf`)))
      ).replaceAll(/\s+/g, ' ')
      const told = { ru: 'день события, не считается', kk: 'оқиға күні, есептелмейді' }
      for (const one of ['ru', 'kk'] as const)
        expect(dates.includes(told[one]), one).toBe(lang === one || lang === 'both')
    },
  )

  it('proves its entries: they chain, their details and the case have the hashes on record', async () => {
    const register = await registerWithEvidence()
    const folder = unpack((await packOfCase(register)).bytes)
    const { head, cases } = manifestIn(folder)
    const record = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'))
    let previous = record.genesis
    let digest = ''
    for (const link of record.links) {
      expect(linkHash(previous, link)).toBe(link.hash)
      // Who else was registered is nobody's business in the pack of this case.
      expect(link.details !== undefined).toBe(link.caseId === register.caseId)
      const shown = link.details === undefined ? link.detailsHash : hashDetails(link.salt, link.details)
      expect(shown).toBe(link.detailsHash)
      if (link.caseId === register.caseId && link.caseDigest) digest = link.caseDigest
      previous = link.hash
    }
    expect(previous).toBe(head.hash)
    const state = readFileSync(join(folder, cases[0]?.state ?? ''))
    expect(hash('sha256', state)).toBe(digest)
    expect(
      await register.desk.ask('audit.verify', { saved: { seq: head.seq, hash: head.hash } }),
    ).toMatchObject({
      saved: 'holds',
      brokenAt: null,
    })
  })

  it('of a destroyed case holds its papers and its state, and no empty file', async () => {
    const { desk, caseId, number } = await registerWithEvidence()
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    desk.clock.set('2032-01-12T06:00:00Z')
    await desk.ask('retention.destroy', { caseIds: [caseId], method: 'destroy', lang: 'ru' })
    expect(await desk.ask('evidence.preview', { of: { caseNumber: number } })).toMatchObject({ files: 0 })
    const { files } = manifestIn(unpack((await packOfCase({ desk, number })).bytes))
    expect(files.filter(({ bytes }) => bytes === 0)).toEqual([])
    expect(files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['card', 'dates', 'state']))
  })

  it('of a case that a backup brought back, and that was destroyed again, is whole and holds nobody’s name', async () => {
    const { desk, caseId, number } = await registerWithEvidence()
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    desk.clock.set('2032-01-12T06:00:00Z')
    const folder = scratchFolder()
    const { settings } = await desk.ask('backups.state', {})
    await desk.ask('backups.saveSettings', { ...settings, folder, automatic: false })
    const { name } = await desk.ask('backups.make', {})
    const destroy = () => desk.ask('retention.destroy', { caseIds: [caseId], method: 'destroy', lang: 'ru' })
    const first = await destroy()
    await desk.ask('vault.lock', {})
    const secret = { kind: 'passphrase', typed: passphrase } as const
    await desk.ask('vault.restore', { path: join(folder, name), secret })
    const { familyName, email } = (await desk.ask('cases.card', { id: caseId })).applicant
    expect(familyName).not.toBe('')
    expect((await destroy()).number).toBe(first.number)
    const pack = unpack((await packOfCase({ desk, number })).bytes)
    const record = readFileSync(join(pack, 'record.json'), 'utf8')
    expect(judge(JSON.parse(record))).toMatchObject({ faults: [], verdict: 'whole' })
    for (const path of filesIn(pack)) {
      const bytes = readFileSync(join(pack, path))
      const words = path.endsWith('.pdf') ? await wordsOfPdf(bytes) : bytes.toString()
      expect([path, [familyName, email].filter((word) => words.includes(word))]).toEqual([path, []])
    }
    expect(await desk.ask('audit.verify', {})).toMatchObject({ brokenAt: null, faults: [] })
  })

  it('is not called whole where an entry of its case tells nothing any more', async () => {
    const register = await registerWithEvidence()
    const folder = unpack((await packOfCase(register)).bytes)
    const record = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as Extract
    const hidden = record.links.find(({ caseId }) => caseId === register.caseId)
    delete hidden?.['details']
    const bytes = new TextEncoder().encode(JSON.stringify(record))
    const manifest = manifestIn(folder)
    const files = manifest.files.map((file) =>
      file.path === 'record.json' ? { ...file, bytes: bytes.length, sha256: hash('sha256', bytes) } : file,
    )
    const forged = {
      'record.json': bytes,
      'manifest.json': new TextEncoder().encode(JSON.stringify({ ...manifest, files })),
    }
    const pack = Object.entries({ ...contentsOf(folder), ...forged })
    expect(await faultsOf(pack)).toEqual([['details', hidden?.seq]])
  })

  it('is not called whole with a file beside it, or with two of one name', async () => {
    const folder = unpack((await packOfCase(await registerWithEvidence())).bytes)
    const pack = Object.entries(contentsOf(folder)).map(([name, bytes]) => [`pack/${name}`, bytes] as const)
    expect(await faultsOf(pack)).toEqual([])
    const forged = new Uint8Array([1])
    expect(await faultsOf([...pack, ['index.pdf', forged]])).toEqual([['extra', '../index.pdf']])
    await expect(faultsOf([['pack/index.pdf', forged], ...pack])).rejects.toThrow('twice')
  })

  it('is on record in every case, as a disclosure', async () => {
    const { desk, caseId, number, other } = await registerWithEvidence()
    const { manifestSha256 } = await packOfCase({ desk, number })
    const find = (caseNumber: string) =>
      desk.ask('audit.list', {
        filter: { caseNumber, disclosuresOnly: true, action: 'evidenceMade' },
        before: null,
        limit: 9,
      })
    expect((await find(number)).entries).toMatchObject([{ caseId, details: { sha256: manifestSha256 } }])
    expect((await find(other.number)).entries).toEqual([])
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('can be cancelled; nothing is on record then', async () => {
    const { desk, number } = await registerWithEvidence()
    const making = desk.fail('evidence.make', { task: 'slow', of: { caseNumber: number }, lang: 'ru' })
    await desk.ask('tasks.cancel', { id: 'slow' })
    expect((await making).code).toBe('taskCancelled')
    const { entries } = await desk.ask('audit.list', {
      filter: { action: 'evidenceMade' },
      before: null,
      limit: 9,
    })
    expect(entries).toEqual([])
  })

  it('is refused of no case, and of a period that ends before it begins', async () => {
    const { desk } = await registerWithEvidence()
    expect((await desk.fail('evidence.preview', { of: { caseNumber: 'ДС-2026-9999' } })).code).toBe(
      'evidenceEmpty',
    )
    const backwards = { from: '2026-11-30', to: '2026-11-01' } as const
    expect((await desk.fail('evidence.make', { task: 't', of: backwards, lang: 'ru' })).code).toBe(
      'dateTooEarly',
    )
  })
})
