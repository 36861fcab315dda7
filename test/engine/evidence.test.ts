import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHead } from '../../src/core/audit/head.ts'
import { hashDetails, linkHash } from '../../src/main/engine/audit/chain.ts'
import { refuseTooLarge } from '../../src/main/engine/evidence/pack.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { faultsOfPdf } from '../pdf/structure.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { openSession } from './open-session.ts'
import { passphrase, scratchFolder } from './register.ts'
import {
  contentsOf,
  faultsOf,
  filesIn,
  judge,
  manifestIn,
  packOfCase,
  registerWithEvidence,
  unpack,
} from './evidence-packs.ts'

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
    const folder = unpack((await packOfCase({ desk, number })).bytes)
    expect(await faultsOf(Object.entries(contentsOf(folder)))).toEqual([])
    const { files } = manifestIn(folder)
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

  it('is refused of more cases than its memory, and a ZIP that any program reads, hold the papers of', () => {
    const cases = Array.from({ length: 4_097 }, (_, index) => ({ id: CaseId.parse(index + 1), number: '' }))
    const { session } = openSession()
    const refuse = (some: typeof cases) => session.query((db) => refuseTooLarge(db, some))
    expect(() => refuse(cases)).toThrow('evidenceTooLarge')
    expect(() => refuse(cases.slice(1))).not.toThrow()
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
