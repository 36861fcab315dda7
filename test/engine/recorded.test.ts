import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { textsOf } from '../../src/renderer/i18n/index.ts'
import { AuditAction } from '../../src/shared/model/audit.ts'
import { login } from './correspondence.ts'
import { openSession } from './open-session.ts'
import { casesStory, lettersStory, settingsStory, vaultStory } from './recorded-stories.ts'
import { byItself, commands, deeds, unrecorded, type Entries } from './recorded.ts'

/** What the record tells after each command, and the same in words. */
const entriesOf: Entries = new Map()
const told: string[] = []
const secrets: string[] = []

describe('every command that writes leaves an entry', () => {
  it('of the vault, its keys and its backups', () => vaultStory({ entriesOf, told, secrets }))
  it('of cases and their clocks', () => casesStory({ entriesOf, told, secrets }))
  it('of letters and mail, until what is closed is destroyed', () =>
    lettersStory({ entriesOf, told, secrets }))
  it('of settings', () => settingsStory({ entriesOf, told, secrets }))

  it('and all of the contract is among them, or on the list of those that leave none', () => {
    expect([...Object.keys(deeds), ...Object.keys(unrecorded)].toSorted()).toEqual(commands.toSorted())
    for (const [name, action] of Object.entries(deeds))
      expect([name, entriesOf.get(name)?.map((entry) => entry.action)]).toEqual([
        name,
        expect.arrayContaining([action]),
      ])
    for (const name of Object.keys(unrecorded)) {
      const left = entriesOf.get(name)?.filter(({ action }) => !byItself.includes(action))
      expect([name, left]).toEqual([name, []])
    }
  })
})

describe('what the record tells', () => {
  it('has a name for every detail, and words for what is a code', () => {
    const keys = [...entriesOf.values()].flat().flatMap(({ details }) => Object.keys(details))
    const names = keys.filter((key) => !key.endsWith('Id')).map((key) => key.replace(/\.\d+$/, ''))
    const { details } = loadPacks('resources').reports.words
    const tables = [details, ...(['ru', 'kk', 'en'] as const).map((lang) => textsOf(lang).audit.details)]
    for (const table of tables) expect([...new Set(names)].filter((name) => !table[name])).toEqual([])
    const lines = [...new Set(told.flatMap((line) => line.split('; ')))].filter(
      (line) => !line.endsWith(login.user),
    )
    expect(lines.length).toBeGreaterThan(100)
    // A mail that is sent again, and one that is taken back.
    for (const change of ['Не отправлено → В очереди', 'В очереди → Отозвано до отправки'])
      expect(lines).toContain(`состояние: ${change}`)
    expect(lines.filter((line) => /(: |→ )[a-z]+([A-Z][a-z]+)*( →|$)/.test(line))).toEqual([])
  })

  it('holds no password, passphrase or code', () => {
    const all = JSON.stringify([...entriesOf.values()])
    expect(secrets).toHaveLength(7)
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
  })

  it('has a word for every deed, in the languages of the desk and of papers', () => {
    const { deeds: words } = loadPacks('resources').reports.words
    expect(AuditAction.options.filter((action) => !words[action])).toEqual([])
  })
})

describe('a deed', () => {
  it('that writes and tells nothing of it is undone', () => {
    const { session } = openSession()
    const write = (): void =>
      session.command(({ db }) => {
        db.run("INSERT INTO officer (name) VALUES ('Ә. Қалиева')")
      })
    expect(write).toThrow('records nothing')
    expect(session.query((db) => db.all('SELECT name FROM officer'))).toEqual([])
  })
})
