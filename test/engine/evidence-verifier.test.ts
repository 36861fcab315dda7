import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkHash, type Link as LinkOfChain } from '../../src/main/engine/audit/chain.ts'
import { extractRecord } from '../../src/main/engine/evidence/extract.ts'
import { openSession } from './open-session.ts'
import {
  contentsOf,
  faultsOf,
  judge,
  manifestIn,
  packOfCase,
  registerWithEvidence,
  unpack,
  type Extract,
} from './evidence-packs.ts'

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
})
