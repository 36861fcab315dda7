import { headLine } from '../../../core/audit/head.ts'
import { createMessageId, isSendable } from '../../../core/mail/compose.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import { signMessage } from '../mail/dkim.ts'
import { composeMessage } from '../mail/message.ts'
import type { SmtpAccount } from '../mail/session.ts'
import { sendMessage } from '../mail/smtp.ts'
import type { Session } from '../session.ts'
import { readOrganisation, readSmtpAccount } from '../settings/store.ts'
import { headMailedAt, lastLink } from './store.ts'

/** Who would rewrite the record has no more than a month of it to themselves. */
const longestUnmailedMs = 31 * 86_400_000

/**
 * Mails the newest entry to the operator's own address, and records it. No letter of a case: it goes at once or not at
 * all. Fails with `smtpNotSet` and `smtpFailed`.
 */
export async function sendHead(session: Session, lang: Lang): Promise<Output<'audit.sendHead'>> {
  const head = session.query(lastLink)
  const account = session.query(readSmtpAccount)
  if (!head || !account) throw new AppFailure('smtpNotSet', {})
  const to = ownAddress(session, account)
  const messageId = createMessageId(session.ports.random.bytes(16), account.fromAddress)
  const told = { to, messageId, line: headLine(head), lang, seq: head.seq }
  const bytes = await signMessage(await messageOf(session, account, told), account)
  const sent = await sendMessage(account, { from: account.fromAddress, to, bytes, messageId })
  if (sent.kind === 'failed')
    throw new AppFailure('smtpFailed', { stage: '', failure: sent.failure, response: sent.response })
  const { kind: outcome, response } = sent
  session.command(({ record, changed }) => {
    record('headSent', null, { seq: head.seq, sha256: head.hash, to, outcome, response })
    changed('audit')
  })
  return { to, outcome }
}

/** When a server last took one. */
export function lastMailed(session: Session): Output<'audit.status'>['mailed'] {
  const at = session.query(headMailedAt)
  return { at, overdue: at === null || session.ports.clock.now() - Date.parse(at) > longestUnmailedMs }
}

/** Where the operator gets mail; else where its letters come from. */
function ownAddress(session: Session, { fromAddress }: SmtpAccount): string {
  const email = session.query(readOrganisation)?.email ?? ''
  return isSendable(email) ? email : fromAddress
}

type Told = { to: string; messageId: string; line: string; lang: Lang; seq: number }

function messageOf(session: Session, account: SmtpAccount, told: Told): Promise<Uint8Array> {
  const { mailSubject, mailText } = session.packs.reports.words.record
  return composeMessage({
    from: { name: account.fromName, address: account.fromAddress },
    to: told.to,
    subject: `${mailSubject[told.lang]}, № ${told.seq}`,
    text: `${mailText[told.lang]}\n\n${told.line}\n`,
    messageId: told.messageId,
    date: session.ports.clock.now(),
    inReplyTo: null,
    answered: '',
    attachment: { name: `head-${told.seq}.txt`, bytes: new TextEncoder().encode(`${told.line}\n`) },
  })
}
