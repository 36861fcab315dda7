import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { makePassword, passwordBytes } from '../../src/core/mail/archive-password.ts'
import { encryptedZip } from '../../src/main/engine/zip.ts'
import { issueReply, settingsFor, settled, startServer } from '../engine/correspondence.ts'
import { openRegister, scratchFolder } from '../engine/register.ts'

/** What 7-Zip makes of an archive with a password: the file, or null where it refuses. */
function unpack(archive: Uint8Array, password: string, name: string): Buffer | null {
  const folder = scratchFolder()
  const path = join(folder, 'a.zip')
  writeFileSync(path, archive)
  const { status } = spawnSync('7z', ['x', '-y', `-o${folder}`, `-p${password}`, path])
  return status === 0 ? readFileSync(join(folder, name)) : null
}

function listed(archive: Uint8Array): string {
  const path = join(scratchFolder(), 'a.zip')
  writeFileSync(path, archive)
  return execFileSync('7z', ['l', '-slt', path], { encoding: 'utf8' })
}

describe('an encrypted file, as 7-Zip sees it', () => {
  it.each([1, 15, 16, 17, 70_000])('of %i bytes opens with its password alone', async (size) => {
    const bytes = randomBytes(size)
    const password = makePassword(randomBytes(passwordBytes))
    const path = 'Жауап-1.pdf'
    const archive = await encryptedZip([{ path, bytes }], new Date('2026-11-23T00:00'), password)
    expect(unpack(archive, password, path)?.equals(bytes)).toBe(true)
    expect(unpack(archive, makePassword(randomBytes(passwordBytes)), path)).toBeNull()
    expect(unpack(archive, '', path)).toBeNull()
    const spoiled = Buffer.from(archive)
    spoiled.writeUInt8(spoiled.readUInt8(80) ^ 1, 80)
    expect(unpack(spoiled, password, path)).toBeNull()
    expect(listed(archive)).toMatch(/^Method = AES-256 Store$/m)
    expect(listed(archive)).toMatch(/^Modified = 2026-11-23/m)
  })
})

describe('a letter sent encrypted', () => {
  it('is the issued PDF, whose password the program shows once and does not keep', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId, number } = await issueReply(desk)
    const { password, attachment, note } = await desk.ask('mail.protect', { letterId })
    const { to, subject, text } = await desk.ask('mail.compose', { letterId })
    await desk.ask('mail.send', { letterId, to, subject, text, protectedBy: attachment.sha256 })
    await settled(desk)
    const raw = server.received[0]?.bytes ?? new Uint8Array()
    const mail = await PostalMime.parse(raw)
    const [file] = mail.attachments
    expect(file).toMatchObject({ filename: `${number}.zip`, mimeType: 'application/zip' })
    expect(mail.attachments).toHaveLength(1)
    expect(mail.text).toContain(note)
    const archive = new Uint8Array(file?.content as ArrayBuffer)
    const { bytes: pdf } = await desk.ask('letters.pdf', { id: letterId })
    expect(unpack(archive, password, `${number}.pdf`)?.equals(pdf)).toBe(true)
    expect(unpack(archive, '0000-0000-0000-0000-0000-0000', `${number}.pdf`)).toBeNull()
    expect(Buffer.from(raw).toString('latin1')).not.toContain(password)
    const card = await desk.ask('cases.card', { id: caseId })
    expect(card.status).toBe('answered')
    expect(JSON.stringify(card)).not.toContain(password)
    expect(card.history).toContainEqual(
      expect.objectContaining({
        action: 'passwordMade',
        details: { letter: number, sha256: attachment.sha256 },
      }),
    )
  })
})
