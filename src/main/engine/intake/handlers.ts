import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { Session } from '../session.ts'
import { countWaiting, listIncoming } from './incoming-store.ts'
import { attachMessage, fileReport, setAside, takeBack } from './settle.ts'
import { openMessage, showMessage } from './show.ts'
import { takeIn } from './take-in.ts'

export const intakeHandlers: Handlers<Pick<typeof engineContract, 'intake'>, Session> = {
  'intake.read': async (session, { bytes }) => {
    const { id, known } = await takeIn(session, bytes, 'file')
    // Of a new one the record tells that it was taken in.
    if (known) session.disclosures.note('messageOpened', 'intake.message', { id })
    return { ...(await showMessage(session, id, bytes)), known }
  },
  'intake.list': (session, { show, limit }) =>
    session.query((db) => ({ rows: listIncoming(db, show, limit), waiting: countWaiting(db) })),
  'intake.message': (session, { id }) => showMessage(session, id),
  'intake.html': async (session, { id }) => {
    const { email } = await openMessage(session, id)
    const pictures = email.attachments.filter(({ contentId, mime }) => contentId !== '' && isPicture(mime))
    return {
      html: email.html,
      pictures: pictures.map(({ contentId, mime, bytes }) => ({ contentId, mime, bytes })),
    }
  },
  'intake.file': async (session, { id, index }) => {
    const { stored, email } = await openMessage(session, id)
    if (index === null) return { name: `message.${stored.format}`, bytes: stored.bytes }
    const file = email.attachments[index]
    if (!file) throw new AppFailure('attachmentNotFound', {})
    return { name: file.name, bytes: file.bytes }
  },
  'intake.attach': (session, { id, caseNumber }) => attachMessage(session, id, caseNumber),
  'intake.fileReport': (session, { id, mailId }) => fileReport(session, id, mailId),
  'intake.setAside': (session, { id, note }) => setAside(session, id, note),
  'intake.takeBack': (session, { id }) => takeBack(session, id),
}

/** Pictures that hold no script of their own; SVG does. */
function isPicture(mime: string): boolean {
  return /^image\/(png|jpe?g|gif|webp|bmp)$/i.test(mime)
}
