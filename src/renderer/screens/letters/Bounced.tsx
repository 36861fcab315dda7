import type { CaseCard } from '../../../shared/contract/cases.ts'
import { useTexts } from '../../i18n/index.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ReportWords } from '../mail/ServerWords.tsx'

/** Warns of letters that were sent, did not arrive, and were delivered no other way since. */
export function Bounced({ card }: { card: CaseCard }) {
  const { incoming } = useTexts()
  const bounced = card.letters.flatMap((letter) => {
    const mail = card.mails.findLast(({ letterId }) => letterId === letter.id)
    return letter.delivery === null && mail?.report?.outcome === 'failed' ? [{ letter, mail }] : []
  })
  return bounced.map(({ letter, mail }) => (
    <Notice key={letter.id} title={incoming.letterBounced(letter.number)}>
      <div>
        {mail.to}. {incoming.letterBouncedTodo}
      </div>
      <ReportWords report={mail.report} />
    </Notice>
  ))
}
