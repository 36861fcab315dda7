import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { newCase, openRegister, passphrase, scratchFolder } from '../engine/register.ts'

/**
 * docs/recovery.md, followed as an administrator would who has nothing of ours: its scripts are cut out of the page and run in
 * processes of their own, in a folder that holds a copy of the files and SQLCipher alone.
 */

const page = readFileSync('docs/recovery.md', 'utf8')
/** What the program `sqlcipher` itself can do and the library can't. */
const onlyOfTheProgram = /^SELECT writefile.*$/gm

/** The script that the page says to save under a name. */
function scriptOf(name: string): string {
  const [, script] = new RegExp(`save as \`${name}\`:\\n\\n\`\`\`js\\n(.*?)\`\`\``, 's').exec(page) ?? []
  if (!script) throw new Error(`the page has no ${name}`)
  return script
}

/** A folder with copies of the files and what npm would bring, and nothing of ours. */
function workplace(from: string): string {
  const folder = join(scratchFolder(), 'recovery')
  mkdirSync(join(folder, 'node_modules', '@signalapp'), { recursive: true })
  for (const name of readdirSync(from)) {
    if (/^(register\.db|register\.db-wal|keys\.json)$/.test(name)) {
      copyFileSync(join(from, name), join(folder, name))
    }
  }
  for (const name of ['@signalapp/sqlcipher', 'node-gyp-build']) {
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  }
  for (const name of ['key.mjs', 'export.mjs']) writeFileSync(join(folder, name), scriptOf(name))
  return folder
}

function run(folder: string, script: string, typed: string): string {
  const options = { cwd: folder, input: `${typed}\n`, stdio: 'pipe', env: { PATH: '' } } as const
  return execFileSync(process.execPath, [script], options).toString().trim()
}

/** A register with a case, a file, an issued letter and a code; what is in it is given. */
async function makeRegister() {
  const { ask, app, folder } = await openRegister()
  const { code } = await ask('keys.makeRecoveryCode', { passphrase })
  const bytes = new TextEncoder().encode('скан паспорта')
  const pdf = { mime: 'application/pdf', bytes }
  const attachments = [
    { name: 'скан/№1.pdf', ...pdf },
    { name: `${'Ұзын атау '.repeat(20)}.pdf`, ...pdf },
  ]
  const { id, number } = await ask('cases.register', newCase({ attachments }))
  await ask('cases.addNote', { id, text: 'Звонила, просит ответить на казахском' })
  const draft = { caseId: id, templateId: 'registration-notice', lang: 'kk', fields: {} } as const
  const { sha256 } = await ask('letters.preview', draft)
  await ask('letters.issue', { sha256 })
  return { ask, app, folder, code, number, bytes, sha256 }
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('without our program', () => {
  it('the printed code gets the whole register out', async () => {
    const { folder, app, code, number, bytes, sha256 } = await makeRegister()
    await app.close()
    const place = workplace(folder)
    const printed = code.replace(/(.{5})(?!$)/g, '$1 – ')
    const key = run(place, 'key.mjs', printed.toLowerCase())
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    run(place, 'export.mjs', key)

    const plain = new DatabaseSync(join(place, 'plain.db'), { readOnly: true })
    expect(plain.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    const [query = ''] = /SELECT c\.number.*?;/s.exec(page) ?? []
    expect(plain.prepare(query).all()).toMatchObject([
      { number, family_name: 'Үмбетова', given_name: 'Гүлнәр', iin: '900101300126' },
    ])
    expect(plain.prepare('SELECT text FROM case_note').all()).toMatchObject([
      { text: 'Звонила, просит ответить на казахском' },
    ])
    expect(Number(plain.prepare('SELECT count(*) AS n FROM audit').get()?.['n'])).toBeGreaterThan(5)
    plain.close()
    const [letter = ''] = readdirSync(join(place, 'letters'))
    expect(hashOf(join(place, 'letters', letter))).toBe(sha256)
    const files = readdirSync(join(place, 'files'))
    expect(files).toEqual(['1 скан__1.pdf', expect.stringMatching(/^2 .{56}\.pdf$/)])
    expect(readFileSync(join(place, 'files', '1 скан__1.pdf')).equals(bytes)).toBe(true)
  })

  it('the passphrase does it too, from files that a crash left with their WAL', async () => {
    const { folder, number } = await makeRegister()
    expect(readdirSync(folder)).toContain('register.db-wal')
    const place = workplace(folder)
    run(place, 'export.mjs', run(place, 'key.mjs', passphrase))
    const plain = new DatabaseSync(join(place, 'plain.db'), { readOnly: true })
    expect(plain.prepare('SELECT number FROM cases').all()).toMatchObject([{ number }])
    plain.close()
  })

  it('a wrong code is told as wrong, and gives nothing', async () => {
    const { folder, app, code } = await makeRegister()
    await app.close()
    const place = workplace(folder)
    const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    const { status, stdout, stderr } = spawnSync(process.execPath, ['key.mjs'], {
      cwd: place,
      input: `${wrong}\n`,
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('check each letter of the code')
  })

  it('the statements for the program sqlcipher do what the page says', async () => {
    const { folder, app, code, number } = await makeRegister()
    await app.close()
    const place = workplace(folder)
    const [, statements = ''] = /```sql\n(PRAGMA key.*?)```/s.exec(page) ?? []
    const sql = statements.replace('KEY', run(place, 'key.mjs', code)).replace(onlyOfTheProgram, '')
    expect(sql).toContain('sqlcipher_export')
    writeFileSync(
      join(place, 'program.mjs'),
      `import Database from '@signalapp/sqlcipher'; new Database('register.db').exec(${JSON.stringify(sql)})`,
    )
    run(place, 'program.mjs', '')
    const plain = new DatabaseSync(join(place, 'plain.db'), { readOnly: true })
    expect(plain.prepare('SELECT number FROM cases').all()).toMatchObject([{ number }])
    plain.close()
  })
})
