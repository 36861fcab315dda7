import { createHash } from 'node:crypto'
import { proposeCase } from '../../../core/mail/classify.ts'
import { natureOf, readReport } from '../../../core/mail/delivery-report.ts'
import { limits } from '../../../shared/model/case.ts'
import type { IncomingId } from '../../../shared/model/ids.ts'
import type { IncomingSource } from '../../../shared/model/incoming.ts'
import type { Packs } from '../packs/load.ts'
import type { Session } from '../session.ts'
import { findKnown, insertIncoming, reviveIncoming, type NewIncoming } from './incoming-store.ts'
import { formOf, type ParsedEmail } from './parsed-email.ts'
import { readEmail } from './read-email.ts'

export type TakenIn = { id: IncomingId; known: boolean }

/**
 * Takes a message into the register, where it waits. One that is known already is not taken twice, unless the case it
 * became was annulled. Fails with `emailTooLarge` or `emailUnreadable`.
 */
export async function takeIn(session: Session, bytes: Uint8Array, source: IncomingSource): Promise<TakenIn> {
  const message = describe(await readEmail(bytes), bytes, source, session.packs)
  return session.command((deed) => {
    const known = findKnown(deed.db, message)
    if (known && !(known.state === 'registered' && known.caseAnnulled)) return { id: known.id, known: true }
    if (known) reviveIncoming(deed.db, known.id, bytes)
    const id = known?.id ?? insertIncoming(deed.db, deed.at, message)
    deed.record('messageTaken', null, { incomingId: id, source, sha256: message.sha256 })
    deed.changed('intake')
    return { id, known: false }
  })
}

/** What the list shows of a message, and by what it is known again. */
function describe(email: ParsedEmail, bytes: Uint8Array, source: IncomingSource, packs: Packs): NewIncoming {
  const form = formOf(email)
  const { kind, applicant, site } = proposeCase(email, packs.intake)
  const { familyName, givenName, patronymic, iin, phone, lang } = applicant
  const report = readReport(form, packs.intake.automatic)
  return {
    source,
    format: email.format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    messageId: email.messageId ?? '',
    fromName: email.from.name,
    fromAddress: email.from.address.toLowerCase(),
    subject: email.subject,
    receivedOn: email.receivedOn,
    nature: natureOf(form, report, packs.intake.automatic),
    kind,
    lang,
    person: [familyName, givenName, patronymic].join(' ').trim().slice(0, limits.line),
    iin,
    phone,
    site,
    bytes,
  }
}
