import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRegister } from '../../src/main/engine/db/open.ts'
import { faultsOfPdf } from '../pdf/structure.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { issueReply, previewReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { plaintextOf } from './plaintext-of.ts'
import { newCase, openRegister, scratchFolder, type TestRegister } from './register.ts'

/** Words that stand nowhere but in the case to be destroyed, one a place. */
const marks = [
  'Құлыншақова',
  'Ақмаржанбике',
  '880101400016',
  'zhasyrynov',
  'Құпияжолдаукөшесі',
  'Сырласхаттама',
  'Ескертпебелгі',
  'Файлатауы',
  'Файлішіндегі',
  'Әкімшібеков',
] as const
const [family, given, iin, email, address, text, note, fileName, inFile, admin] = marks

/** An e-mail with a file, whose sender, subject, words and file are marks. */
function messageOf(id: string, words: string): Uint8Array {
  const inParts = 'multipart/mixed; boundary=b'
  const enclosed = `Content-Disposition: attachment; filename="${fileName}.txt"`
  const head = [`From: ${given} <${email}@example.com>`, `Message-ID: <${id}.${email}@example.com>`]
  const parts = ['', '--b', 'Content-Type: text/plain; charset=utf-8', '', words, '--b', enclosed, '', inFile]
  const lines = [...head, `Subject: ${words}`, `Content-Type: ${inParts}`, ...parts, '--b--', '']
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** A case that came by e-mail with every mark in it, answered by mail and closed; another, closed too, that stays; then years pass. */
async function afterYears() {
  const desk = await openRegister()
  const server = await startServer()
  await desk.ask('settings.saveSmtp', settingsFor(server))
  const { emailId } = await desk.ask('intake.read', { bytes: messageOf('1', text) })
  const { caseId, letterId } = await issueReply(desk, {
    emailId,
    applicant: {
      ...newCase().applicant,
      familyName: family,
      givenName: given,
      iin,
      email: `${email}@example.com`,
      address,
    },
    subject: text,
    text,
    attachments: [{ name: `${fileName}.txt`, mime: 'text/plain', bytes: Buffer.from(inFile) }],
  })
  await desk.ask('cases.addNote', { id: caseId, text: note })
  const { emailId: id } = await desk.ask('intake.read', { bytes: messageOf('2', note) })
  await desk.ask('intake.attach', { id, caseNumber: 'ДС-2026-0001' })
  await noteBy(desk, caseId, admin)
  // Half-filled forms, of which some hold the whole card or message that they began with.
  for (const name of [
    `note:${caseId}`,
    `step:${caseId}:reopen`,
    `newCase:claim-${caseId}`,
    `newCase:mail-${id}`,
  ])
    await desk.ask('drafts.save', { name, about: family, value: JSON.stringify({ family, text, note }) })
  await send(desk, letterId)
  await settled(desk)
  const other = await issueReply(desk)
  await desk.ask('letters.handOver', { id: other.letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
  for (const id of [caseId, other.caseId])
    await desk.ask('cases.take', { id, step: { action: 'close', latenessReason: null } })
  desk.clock.set('2030-01-10T06:00:00Z')
  return { desk, caseId, other: other.caseId }
}

/** Work that somebody else did in a system, noted once the letter was issued. */
async function noteBy({ ask }: TestRegister, caseId: number, deedBy: string): Promise<void> {
  const deed = {
    found: 'found',
    deed: 'disclosed',
    deedOn: '2026-11-23',
    deedMethod: '',
    proof: 'заявка 17',
  } as const
  await ask('execution.note', {
    caseId,
    systemId: 'crm',
    categories: ['fullName'],
    data: '',
    ...deed,
    deedBy,
  })
}

/** The index holds words without case, and the beginnings of words. */
const hunted = (mark: string): string[] => [mark, mark.toLowerCase()]

function found(bytes: Buffer): string[] {
  return marks.filter((mark) => hunted(mark).some((form) => bytes.includes(form)))
}

async function statistics({ ask }: TestRegister) {
  const words = async (name: 'reports.period') =>
    (await wordsOfPdf((await ask(name, { from: '2026-11-01', to: '2026-11-30', lang: 'ru' })).bytes)).replace(
      /№ \d+:\s*[0-9a-f]{64}/,
      '',
    )
  return { period: await words('reports.period'), summary: await ask('cases.summary', {}) }
}

const destroy = (caseIds: number[], method: 'destroy' | 'anonymise' = 'destroy') =>
  ({ caseIds, method, lang: 'ru' }) as never

describe('messages that were set aside', () => {
  it('are destroyed once the term has passed since; later ones and those of cases stay', async () => {
    const { desk } = await afterYears()
    const setAside = async (id: string, moment: string): Promise<void> => {
      desk.clock.set(moment)
      const { emailId } = await desk.ask('intake.read', { bytes: messageOf(id, admin) })
      await desk.ask('intake.setAside', { id: emailId, note: 'Реклама' })
    }
    const due = async () => (await desk.ask('retention.overview', {})).setAside
    await setAside('3', '2030-01-10T06:00:00Z')
    await setAside('4', '2030-01-11T06:00:00Z')
    expect(await due()).toBe(0)
    expect(await desk.ask('retention.destroySetAside', {})).toEqual({ messages: 0 })
    desk.clock.set('2033-01-10T06:00:00Z')
    expect(await due()).toBe(1)
    expect(await desk.ask('retention.destroySetAside', {})).toEqual({ messages: 1 })
    expect(await due()).toBe(0)
    const { rows } = await desk.ask('intake.list', { show: 'settled', limit: 9 })
    expect(rows.map(({ state }) => state)).toEqual(['setAside', 'attached', 'registered'])
    const isThere = async () => (await plaintextOf(desk.folder)).includes(`Subject: ${admin}`)
    const drafts = async () =>
      (await desk.ask('drafts.list', {})).drafts.filter(({ about }) => about === admin)
    const [left] = rows
    for (const id of [left?.id ?? 0, 99])
      await desk.ask('drafts.save', { name: `newCase:mail-${id}`, about: admin, value: `Subject: ${admin}` })
    expect(await isThere()).toBe(true)
    desk.clock.set('2033-01-11T06:00:00Z')
    await desk.ask('retention.destroySetAside', {})
    expect((await drafts()).map(({ name }) => name)).toEqual(['newCase:mail-99'])
    await desk.ask('drafts.drop', { name: 'newCase:mail-99' })
    expect(await isThere()).toBe(false)
  })
})

describe('a closed case whose term has passed', () => {
  it('is due on the day its years are over, and not before', async () => {
    const { desk, caseId, other } = await afterYears()
    const { due, term } = await desk.ask('retention.overview', {})
    expect(term).toMatchObject({ years: 3, confirmed: false })
    expect(due.map(({ id }) => id)).toEqual([caseId, other])
    expect(due[0]).toMatchObject({ closedOn: '2026-11-23', dueOn: '2029-11-23', letters: 1, files: 5 })
    desk.clock.set('2029-11-22T18:59:00Z')
    expect((await desk.ask('retention.overview', {})).due).toEqual([])
    desk.clock.set('2029-11-22T19:00:00Z')
    expect((await desk.ask('retention.overview', {})).due).toHaveLength(2)
    const basis = { ru: 'Номенклатура дел, п. 7', kk: 'Істер номенклатурасы, 7-т.' }
    await desk.ask('retention.saveTerm', { years: 5, basis })
    expect(await desk.ask('retention.overview', {})).toMatchObject({
      due: [],
      term: { years: 5, confirmed: true },
    })
  })

  it.each(['destroy', 'anonymise'] as const)(
    'leaves no word of its person anywhere in the file: %s',
    async (method) => {
      const { desk, caseId } = await afterYears()
      expect(found(await plaintextOf(desk.folder))).toEqual([...marks])
      await desk.ask('retention.destroy', destroy([caseId], method))
      expect(statSync(join(desk.folder, 'register.db-wal')).size).toBe(0)
      expect(found(await plaintextOf(desk.folder))).toEqual([])
    },
  )

  it('leaves the chain whole, the statistics as they were, and the other case alone', async () => {
    const { desk, caseId, other } = await afterYears()
    const before = await statistics(desk)
    const kept = await desk.ask('cases.card', { id: other })
    const { number } = await desk.ask('retention.destroy', destroy([caseId]))
    expect(await statistics(desk)).toEqual(before)
    expect(await desk.ask('audit.verify', {})).toMatchObject({ brokenAt: null, faults: [], unsealed: 0 })
    expect({ ...(await desk.ask('cases.card', { id: other })) }).toEqual(kept)
    const card = await desk.ask('cases.card', { id: caseId })
    expect(card).toMatchObject({
      destroyed: { act: number, method: 'destroy' },
      steps: [],
      subject: '',
      text: '',
      notes: [],
    })
    expect(card.letters[0]).toMatchObject({
      number: expect.stringMatching(/^2026-/),
      sha256: expect.any(String),
    })
    expect(card.history.every(({ erased, action }) => erased || action === 'caseDestroyed')).toBe(true)
    expect(number).toBe('АХ-2030-0001')
  })

  it('is named by an act: number, who, when, why, and the numbers of the cases', async () => {
    const { desk, caseId } = await afterYears()
    const { number: caseNumber } = await desk.ask('cases.card', { id: caseId })
    const preview = await desk.ask('retention.preview', destroy([caseId]))
    const { actId, number } = await desk.ask('retention.destroy', destroy([caseId]))
    const { bytes, name } = await desk.ask('retention.act', { id: actId })
    expect(name).toBe(`${number}.pdf`)
    expect(faultsOfPdf(bytes)).toEqual([])
    const words = (await wordsOfPdf(bytes)).replace(/\s+/g, ' ')
    expect(words).toBe((await wordsOfPdf(preview.bytes)).replace(/\s+/g, ' '))
    for (const told of [number, caseNumber, 'Ә. Қалиева', '10', '2030', 'ст. 178'])
      expect(words).toContain(told)
    const { entries } = await desk.ask('audit.list', {
      filter: { action: 'actMade' },
      before: null,
      limit: 5,
    })
    expect(entries).toMatchObject([{ details: { act: number, cases: 1 } }])
  })

  it('is kept while it is held, with a reason', async () => {
    const { desk, caseId } = await afterYears()
    const { number } = await desk.ask('cases.card', { id: caseId })
    await desk.ask('retention.hold', { caseNumber: number.toLowerCase(), reason: 'Иск в суде' })
    expect((await desk.ask('retention.overview', {})).due[0]?.hold).toMatchObject({ reason: 'Иск в суде' })
    expect(await desk.fail('retention.destroy', destroy([caseId]))).toEqual({
      code: 'retentionHeld',
      details: { number },
    })
    expect(found(await plaintextOf(desk.folder))).toEqual([...marks])
    await desk.ask('retention.release', { caseId: caseId, reason: 'Суд окончен' })
    await desk.ask('retention.destroy', destroy([caseId]))
    expect((await desk.fail('retention.destroy', destroy([caseId]))).code).toBe('retentionStale')
  })

  it('can’t be worked on any more', async () => {
    const { desk, caseId } = await afterYears()
    await desk.ask('retention.destroy', destroy([caseId]))
    const { letters, attachments } = await desk.ask('cases.card', { id: caseId })
    for (const { id } of letters) expect((await desk.fail('letters.pdf', { id })).code).toBe('caseDestroyed')
    for (const { id } of attachments)
      expect((await desk.fail('cases.attachment', { id })).code).toBe('caseDestroyed')
    const reopen = { action: 'reopen', reason: 'Новые доводы' } as const
    expect((await desk.fail('cases.take', { id: caseId, step: reopen })).code).toBe('caseDestroyed')
    expect((await desk.fail('cases.addNote', { id: caseId, text: 'x' })).code).toBe('caseDestroyed')
  })

  it('leaves who opted out on the suppression list', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase({ kind: 'optout' }))
    const execute = { action: 'execute', executedOn: '2026-11-23', what: 'Рассылка прекращена' } as const
    await desk.ask('cases.take', { id: caseId, step: execute })
    const { sha256 } = await previewReply(desk, caseId, 'ru')
    const { id: letterId } = await desk.ask('letters.issue', { sha256 })
    await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    desk.clock.set('2030-01-10T06:00:00Z')
    await desk.ask('retention.destroy', destroy([caseId]))
    expect((await desk.ask('cases.card', { id: caseId })).applicant).toMatchObject({ email: '', phone: '' })
    for (const contact of ['Gulnar@Example.com', '8 (700) 000-00-00']) {
      const { entry } = await desk.ask('suppression.find', { contact })
      expect(entry).toMatchObject({ reason: 'optout', caseId, addedOn: '2026-11-23' })
    }
  })

  it('is refused while it is open or young', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    expect((await desk.fail('retention.destroy', destroy([id]))).code).toBe('retentionStale')
  })
})

describe('an issued letter', () => {
  it.each([
    "UPDATE letter SET pdf = x''",
    "UPDATE letter SET pdf = x'', mail_subject = '', mail_text = '', body = ''",
    'DELETE FROM letter',
  ])('is not let go without an act: %s', (sql) => {
    const db = createRegister(join(scratchFolder(), 'register.db'), Buffer.alloc(32, 7))
    db.exec(`INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, 'А', '', '', '', '', '', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject, text)
        VALUES (1, 'ДС-1', 'access', 'closed', '9999-12-31', '2024-01-10', '2024-01-10', 1, 'paper', '', '', '');
      INSERT INTO letter (id, case_id, template_id, template_version, lang, number, issued_on, answers, round, mail_subject,
        mail_text, sha256, pdf) VALUES (1, 1, 't', 1, 'ru', '1', '2024-01-11', 1, 1, 's', 't', 'h', x'01')`)
    expect(() => db.exec(sql)).toThrow(/never/)
    db.exec(`INSERT INTO retention_act VALUES (1, 'АХ-1', 'destroy', '2028-01-01', 'Ә', 1, 'h', x'01');
      INSERT INTO destroyed_case VALUES (1, 1)`)
    const emptied = "UPDATE letter SET pdf = x'', mail_subject = '', mail_text = '', body = ''"
    expect(() => db.exec(`${emptied}, sha256 = 'other'`)).toThrow(/never/)
    expect(() => db.exec(emptied)).not.toThrow()
    expect(() => db.exec('DELETE FROM letter')).toThrow(/never/)
    db.close()
  })
})
