import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { genesis, linkHash, type Link as LinkOfChain } from '../../src/main/engine/audit/chain.ts'
import { extractRecord } from '../../src/main/engine/evidence/extract.ts'
import type { EvidenceManifest } from '../../src/shared/model/evidence.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { issueReply } from './correspondence.ts'
import { openSession } from './open-session.ts'
import { scratchFolder } from './register.ts'
import {
  contentsOf,
  described,
  faultsOf,
  faultsOfZip,
  judge,
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

  it('leaves out what a destroyed case told in the old form, which can’t be checked without, and says so', () => {
    const { session, connection } = openSession()
    const id = caseIn(connection)
    const add = (seq: number, details: string, previous: string): string => {
      const entry = {
        seq,
        at: '2026-11-23T06:00:00.000Z',
        actor: 'Ә. Қалиева',
        action: 'noteAdded',
        caseId: id,
      }
      const none = { salt: null, detailsHash: null, caseDigest: null, sealed: null }
      const link = { ...entry, details: '{}', form: 1, ...none }
      const stored = linkHash(previous, link)
      connection
        .prepare(
          'INSERT INTO audit (seq, at, actor, action, case_id, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(seq, entry.at, entry.actor, entry.action, id, details, stored)
      return stored
    }
    add(2, '', add(1, '{}', genesis))
    session.command(({ record }) => record('noteAdded', id, {}))
    const extract = session.query((db) => extractRecord(db, [{ id, number: 'ДС-2026-0001' }]))
    expect(judge(extract)).toMatchObject({ faults: [], unproven: [[2, 2]], verdict: 'unproven' })
  })

  it('that was forged before a stretch left out is not called whole, and the stretch is named', async () => {
    const register = await registerWithEvidence()
    const folder = unpack((await packOfCase(register)).bytes)
    const extract = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as Extract
    expect(judge(extract)).toMatchObject({ faults: [], unproven: [], verdict: 'whole' })
    const { head } = extract
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
    const pack = described(contentsOf(folder), (_manifest, files) => {
      files['record.json'] = new TextEncoder().encode(JSON.stringify(record))
    })
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

describe('a pack whose description was made anew', () => {
  const forged = new Uint8Array([1])

  async function packOfPeriod() {
    const { desk } = await registerWithEvidence()
    await issueReply(desk)
    const of = { from: '2026-11-01', to: '2026-11-30' } as const
    const { bytes } = await desk.ask('evidence.make', { task: 't', of, lang: 'ru' })
    const pack = contentsOf(unpack(bytes))
    expect(await faultsOf(described(pack, () => undefined))).toEqual([])
    const pathsOf = (part: string): string[] => Object.keys(pack).filter((path) => path.includes(part))
    return { pack, pathsOf, state: pathsOf('state.txt')[0] ?? '', letters: pathsOf('/letters/') }
  }

  it('is not called whole with other bytes of a letter, whatever it is called', async () => {
    const { pack, letters } = await packOfPeriod()
    const [letter = ''] = letters
    for (const change of [{}, { kind: 'card' }, { case: null }] as const) {
      const faults = await faultsOf(
        described(pack, (manifest, files) => {
          files[letter] = forged
          Object.assign(manifest.files.find(({ path }) => path === letter) ?? {}, change)
        }),
      )
      expect(faults).toEqual([['unknown', letter]])
    }
  })

  it('is not called whole where two files changed names', async () => {
    const { pack, letters, pathsOf } = await packOfPeriod()
    for (const [one = '', other = ''] of [letters, pathsOf('/received/')]) {
      const faults = await faultsOf(
        described(pack, (_manifest, files) => {
          ;[files[one], files[other]] = [files[other] ?? forged, files[one] ?? forged]
        }),
      )
      expect(faults).toEqual([
        ['unknown', one],
        ['unknown', other],
      ])
    }
  })

  it('is not called whole without a letter, the state of a case, or a case', async () => {
    const { pack, letters, state } = await packOfPeriod()
    const [letter = ''] = letters
    const without = (gone: string, change: (manifest: EvidenceManifest) => void = () => undefined) =>
      faultsOf(
        described(pack, (manifest, files) => {
          delete files[gone]
          manifest.files = manifest.files.filter(({ path }) => path !== gone)
          change(manifest)
        }),
      )
    expect(await without(letter)).toEqual([['missing', letter]])
    expect(await without(state)).toEqual([['missing', state]])
    expect(await without('', ({ cases }) => void cases.shift())).toContainEqual(['unknown', state])
    expect(
      await without('', ({ cases }) => Object.assign(cases[0] ?? {}, { number: 'ДС-2026-0999' })),
    ).toEqual([['state', 'ДС-2026-0999', expect.any(Number)]])
  })

  it('is not called whole with a file that no case names', async () => {
    const { pack, state, pathsOf } = await packOfPeriod()
    const received = pathsOf('/received/')[0] ?? ''
    const twin = received.replace(/ .*$/s, ' другое.txt')
    for (const path of [
      state.replace('state.txt', 'letters/2026-0009.pdf'),
      'cases/x/card.pdf',
      'x.pdf',
      twin,
    ]) {
      const faults = await faultsOf(
        described(pack, (manifest, files) => {
          files[path] = path === twin ? (pack[received] ?? forged) : forged
          manifest.files.push({ path, kind: 'dates', case: null, bytes: 0, sha256: '' })
        }),
      )
      expect(faults).toEqual([['unknown', path]])
    }
  })
})

describe('the ZIP of a pack', () => {
  async function packed(): Promise<{
    bytes: Buffer
    zip: (files: Record<string, Uint8Array>) => Uint8Array
  }> {
    const { bytes } = await packOfCase(await registerWithEvidence())
    return { bytes: Buffer.from(bytes), zip: deflated }
  }

  it('is read as it was made, and as another program packed it', async () => {
    const { bytes, zip } = await packed()
    expect(await faultsOfZip(bytes)).toEqual([])
    expect(await faultsOfZip(zip(contentsOf(unpack(bytes))))).toEqual([])
  })

  it('is refused where it is cut, or other programs could read another pack in it', async () => {
    const { bytes } = await packed()
    const name = Buffer.from('index.pdf')
    const renamed = Buffer.from(bytes)
    renamed.write('Index.pdf', renamed.indexOf(name))
    const pointed = Buffer.from(bytes)
    pointed.writeUInt16LE(pointed.readUInt16LE(pointed.length - 12) - 1, pointed.length - 12)
    for (const [forged, why] of [
      [bytes.subarray(0, -1), 'no zip'],
      [bytes.subarray(0, -200), 'no zip'],
      [Buffer.concat([bytes, Buffer.alloc(1)]), 'no zip'],
      [Buffer.concat([bytes, bytes]), 'no zip'],
      [pointed, 'no zip'],
      [renamed, 'two names'],
    ] as const)
      await expect(faultsOfZip(forged)).rejects.toThrow(why)
  })

  it('has no file unpacked further than it is described', async () => {
    const { bytes, zip } = await packed()
    const contents = contentsOf(unpack(bytes))
    const bomb = zip({ ...contents, 'index.pdf': new Uint8Array(16 * 1_048_576) })
    const before = process.memoryUsage().arrayBuffers
    expect(await faultsOfZip(bomb)).toEqual([['changed', 'index.pdf']])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1_048_576)
  })
})

/** Packed by a program that is not ours. */
function deflated(files: Record<string, Uint8Array>): Uint8Array {
  const folder = scratchFolder()
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, 'pack', dirname(path)), { recursive: true })
    writeFileSync(join(folder, 'pack', path), bytes)
  }
  execFileSync('7z', ['a', '-tzip', '-mx=1', '../pack.zip', '.'], {
    cwd: join(folder, 'pack'),
    stdio: 'pipe',
  })
  return readFileSync(join(folder, 'pack.zip'))
}

function caseIn(connection: ReturnType<typeof openSession>['connection']): CaseId {
  connection.exec(`INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
      VALUES (1, 'А', '', '', '', '', '', '', 'ru');
    INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject, text)
      VALUES (1, 'ДС-2026-0001', 'access', 'closed', '9999-12-31', '2024-01-10', '2024-01-10', 1, 'paper', '', '', '')`)
  return CaseId.parse(1)
}
