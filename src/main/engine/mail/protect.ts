import { hash } from 'node:crypto'
import { makePassword, passwordBytes } from '../../../core/mail/archive-password.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { LetterId } from '../../../shared/model/ids.ts'
import { refuseDestroyed } from '../cases/take-step.ts'
import { fileNameOf, isInternal, mustFindLetter } from '../letters/store.ts'
import type { Session } from '../session.ts'
import { encryptedZip } from '../zip.ts'
import type { HeldArchive } from './held-archives.ts'

/**
 * Encrypts a letter for one sending. The password leaves the engine with the answer and is kept nowhere; that it was made
 * and shown is recorded.
 */
export async function protectLetter(session: Session, letterId: LetterId): Promise<Output<'mail.protect'>> {
  const letter = session.query((db) => {
    const found = mustFindLetter(db, letterId)
    refuseDestroyed(db, found.caseId)
    return found
  })
  if (isInternal(session.packs, letter.templateId)) throw new AppFailure('letterInternal', {})
  const password = makePassword(session.ports.random.bytes(passwordBytes))
  const file = { path: fileNameOf(letter), bytes: letter.pdf }
  const bytes = await encryptedZip([file], new Date(`${letter.issuedOn}T00:00`), password)
  const attachment = { name: `${letter.number}.zip`, size: bytes.length, sha256: hash('sha256', bytes) }
  session.command(({ record, changed }) => {
    record('passwordMade', letter.caseId, { letter: letter.number, sha256: attachment.sha256 })
    changed('cases')
  })
  session.heldArchives.hold({ letterId, name: attachment.name, bytes, sha256: attachment.sha256 })
  return { password, attachment, note: noteIn(session, letter.lang) }
}

/** Fails with `protectedFileGone` where the vault was locked since. Null: nothing was encrypted. */
export function findArchive(
  session: Session,
  letterId: LetterId,
  sha256: string | undefined,
): HeldArchive | null {
  if (sha256 === undefined) return null
  const found = session.heldArchives.find(letterId, sha256)
  if (!found) throw new AppFailure('protectedFileGone', {})
  return found
}

/** What the e-mail says of the file, after its own words. */
export function withNote(session: Session, text: string, lang: 'ru' | 'kk' | 'both'): string {
  return `${text.trimEnd()}\n\n${noteIn(session, lang)}\n`
}

function noteIn({ packs }: Session, lang: 'ru' | 'kk' | 'both'): string {
  const { ru, kk } = packs.protectedMail.note
  return lang === 'both' ? `${kk}\n\n${ru}` : { ru, kk }[lang]
}
