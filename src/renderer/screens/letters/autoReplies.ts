import type { IssuedLetter } from '../../../shared/contract/cases.ts'
import type { AuditEntry } from '../../../shared/model/audit.ts'

export type AutoReply = Pick<AuditEntry, 'seq' | 'at'> & { from: string }

/** Automatic replies that came to a letter, as the record has them. */
export function autoRepliesTo(
  { number }: Pick<IssuedLetter, 'number'>,
  history: readonly AuditEntry[],
): AutoReply[] {
  return history.flatMap(({ seq, at, action, details: { letter, fromAddress } }) =>
    action === 'autoReplyReceived' && letter === number && typeof fromAddress === 'string'
      ? [{ seq, at, from: fromAddress }]
      : [],
  )
}
