import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newCase, openRegister, passphrase, scratchFolder, startRegister } from './register.ts'

describe('a vault', () => {
  it('is made, locked and opened again by its passphrase alone', async () => {
    const { ask, fail, folder } = startRegister()
    expect(await ask('vault.status', {})).toMatchObject({ state: 'absent', folder, officer: null })
    await ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
    expect(await ask('vault.status', {})).toMatchObject({ state: 'open', folder, officer: 'Ә. Қалиева' })
    await ask('vault.lock', {})
    expect(await fail('vault.unlock', { passphrase: `${passphrase}!` })).toEqual({
      code: 'passphraseWrong',
      details: {},
    })
    expect(await ask('vault.status', {})).toMatchObject({ state: 'locked', officer: null })
    await ask('vault.unlock', { passphrase })
    expect(await ask('vault.status', {})).toMatchObject({ state: 'open', officer: 'Ә. Қалиева' })
  })

  it('takes the same passphrase however its letters are composed', async () => {
    const { ask } = startRegister()
    await ask('vault.create', { passphrase: 'қайың й̆ел көктем түн'.normalize('NFD'), officer: 'Ә. Қалиева' })
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase: 'қайың й̆ел көктем түн'.normalize('NFC') })
  })

  it('is never made over another, nor with a weak passphrase', async () => {
    const { ask, fail } = await openRegister()
    expect((await fail('vault.create', { passphrase, officer: 'Б' })).code).toBe('vaultExists')
    const other = startRegister()
    expect(await other.fail('vault.create', { passphrase: 'password1234', officer: 'Б' })).toEqual({
      code: 'passphraseWeak',
      details: { minLength: 12 },
    })
    expect(await ask('vault.ratePassphrase', { passphrase: 'aaaaaaaaaaaa' })).toMatchObject({
      score: 0,
      accepted: false,
    })
    expect(await ask('vault.ratePassphrase', { passphrase })).toMatchObject({ score: 4, accepted: true })
  })

  it('lets one program in at a time', async () => {
    const first = await openRegister()
    const second = startRegister({ folder: first.folder })
    expect((await second.fail('vault.unlock', { passphrase })).code).toBe('vaultInUse')
    await first.ask('vault.lock', {})
    await second.ask('vault.unlock', { passphrase })
  })

  it('holds no plaintext, in the register, its WAL or beside it', async () => {
    const { ask, folder } = await openRegister()
    const marks = [
      'Зырянмаркер',
      'marker-mail',
      '777700001111',
      'Текстмаркер',
      'вложениемаркер',
      'Ә. Қалиева',
    ]
    const given = newCase()
    await ask('cases.register', {
      ...given,
      applicant: {
        ...given.applicant,
        familyName: 'Зырянмаркер',
        email: 'marker-mail@example.com',
        iin: '777700001111',
      },
      text: 'Текстмаркер',
      attachments: [{ name: 'a.txt', mime: 'text/plain', bytes: Buffer.from('вложениемаркер') }],
    })
    expect(readdirSync(folder)).toContain('register.db-wal')
    const whileOpen = contentsOf(folder)
    await ask('vault.lock', {})
    for (const files of [whileOpen, contentsOf(folder)]) {
      for (const [name, bytes] of files) {
        expect(bytes.includes('SQLite format 3'), name).toBe(false)
        for (const mark of marks) {
          expect(bytes.includes(Buffer.from(mark, 'utf8')), `${mark} in ${name}`).toBe(false)
          expect(bytes.includes(Buffer.from(mark, 'utf16le')), `${mark} in ${name}`).toBe(false)
        }
      }
    }
  })

  it('that is damaged says so and is left as it is', async () => {
    const { ask, fail, folder } = await openRegister()
    await ask('vault.lock', {})
    const file = join(folder, 'register.db')
    const bytes = readFileSync(file)
    bytes.fill(0xaa, 0, 4096)
    writeFileSync(file, bytes)
    expect((await fail('vault.unlock', { passphrase })).code).toBe('vaultDamaged')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('whose key file is gone is damaged, not absent: no new vault is made over it', async () => {
    const { ask, fail, folder } = await openRegister()
    await ask('vault.lock', {})
    writeFileSync(join(folder, 'keys.json'), '{}')
    expect((await fail('vault.unlock', { passphrase })).code).toBe('keyFileDamaged')
    expect((await fail('vault.create', { passphrase, officer: 'Б' })).code).toBe('vaultExists')
  })

  it('whose wrapped key was cut short is damaged', async () => {
    const { ask, fail, folder } = await openRegister()
    await ask('vault.lock', {})
    const keys = join(folder, 'keys.json')
    writeFileSync(keys, readFileSync(keys, 'utf8').replace(/"wrapped": "[^"]{20}/, '"wrapped": "'))
    expect((await fail('vault.unlock', { passphrase })).code).toBe('keyFileDamaged')
  })

  it('is made beside what lies there already, and removes nothing of it', async () => {
    const root = scratchFolder()
    mkdirSync(join(root, 'vault.new'))
    writeFileSync(join(root, 'vault.new', 'photo.jpg'), 'x')
    const { ask } = startRegister({ folder: join(root, 'vault') })
    await ask('vault.create', { passphrase, officer: 'Б' })
    expect(readdirSync(root).toSorted()).toEqual(['vault', 'vault.new'])
    expect(readdirSync(join(root, 'vault.new'))).toEqual(['photo.jpg'])
  })

  it('can not be made where no folder can be, and leaves nothing behind', async () => {
    const root = scratchFolder()
    writeFileSync(join(root, 'file'), '')
    const { fail } = startRegister({ folder: join(root, 'file', 'vault') })
    expect((await fail('vault.create', { passphrase, officer: 'Б' })).code).toBe('folderUnwritable')
    expect(readdirSync(root)).toEqual(['file'])
  })

  it('whose folder can not be written is not opened', async () => {
    const { ask, fail, folder } = await openRegister()
    await ask('vault.lock', {})
    // Stands for a read-only folder, which does not stop the tests where they run as root.
    rmSync(join(folder, 'lock'))
    mkdirSync(join(folder, 'lock'))
    expect(await fail('vault.unlock', { passphrase })).toEqual({
      code: 'folderUnwritable',
      details: { folder },
    })
    expect((await ask('vault.status', {})).state).toBe('locked')
  })

  it('is not made over files of others', async () => {
    const folder = join(scratchFolder(), 'vault')
    mkdirSync(folder)
    writeFileSync(join(folder, 'photo.jpg'), 'x')
    const { fail } = startRegister({ folder })
    expect((await fail('vault.create', { passphrase, officer: 'Б' })).code).toBe('folderUnwritable')
    expect(readdirSync(folder)).toEqual(['photo.jpg'])
  })
})

function contentsOf(folder: string): [string, Buffer][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
    name,
    readFileSync(join(folder, name)),
  ])
}
