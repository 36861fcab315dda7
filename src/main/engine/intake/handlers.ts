import { createHash } from 'node:crypto'
import { proposeCase } from '../../../core/mail/classify.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { findCaseOfEmail } from '../cases/store.ts'
import type { Session } from '../session.ts'
import { readEmail } from './read-email.ts'

export const intakeHandlers: Handlers<Pick<typeof engineContract, 'intake'>, Session> = {
  'intake.read': async (session, { bytes }) => {
    const email = await readEmail(bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return {
      emailId: session.heldEmails.hold({ bytes, sha256, email }),
      from: `${email.from.name} <${email.from.address}>`.trim(),
      subject: email.subject,
      receivedOn: email.receivedOn,
      text: email.text,
      attachments: email.attachments.map(({ name, mime, bytes: content }) => ({
        name,
        mime,
        size: content.length,
      })),
      proposal: proposeCase(email, session.packs.intake),
      registeredAs: session.query((db) => findCaseOfEmail(db, sha256)),
    }
  },
}
