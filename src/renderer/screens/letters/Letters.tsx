import { useState } from 'react'
import type { CaseCard, IssuedLetter } from '../../../shared/contract/cases.ts'
import type { LetterId } from '../../../shared/model/ids.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { May, useMay } from '../../ui/May.tsx'
import { Panel } from '../../ui/Page.tsx'
import { autoRepliesTo } from './autoReplies.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { LetterDialog } from './LetterDialog.tsx'
import { LetterItem } from './LetterItem.tsx'
import styles from './Letters.module.css'
import { Begun } from '../drafts/Begun.tsx'
import { mailDraftName, SendDialog } from './SendDialog.tsx'

type Open = { what: 'read' | 'handOver'; letter: IssuedLetter } | null

type Props = { card: CaseCard; delivering: LetterId | null; onDeliver: (id: LetterId | null) => void }

/** The letters issued in a case, and how each got to the person. */
export function Letters({ card, delivering, onDeliver }: Props) {
  const { letters, protection } = useTexts()
  const { go } = useNavigation()
  const [open, setOpen] = useState<Open>(null)
  // A letter just issued to someone without an e-mail address goes by hand or by post.
  const [byHand, setByHand] = useState(card.applicant.email === '' ? delivering : null)
  const mayCorrect = useMay('letters.issue') && card.status !== 'closed' && !card.annulled
  const close = () => setOpen(null)
  const endDelivery = () => {
    setByHand(null)
    onDeliver(null)
  }
  const sending = card.letters.find(({ id, internal }) => id === delivering && !internal)
  return (
    <Panel title={letters.title}>
      {card.letters.length === 0 ? (
        <p className="dimmed" style={{ margin: 0 }}>
          {letters.none}. <May call="letters.issue">{letters.noneHint}</May>
        </p>
      ) : null}
      {sending ? null : (
        <Begun
          forms={card.letters
            .filter(({ delivery }) => delivery === null)
            .map((letter) => ({
              name: mailDraftName(card, letter),
              title: protection.keptForm(`${protection.kept.mail}, ${letter.number}`),
              goOn: () => onDeliver(letter.id),
            }))}
        />
      )}
      <ul className={styles.letters}>
        {card.letters.map((letter) => (
          <LetterItem
            key={letter.id}
            letter={letter}
            replies={autoRepliesTo(letter, card.history)}
            mails={card.mails.filter(({ letterId }) => letterId === letter.id)}
            onRead={() => setOpen({ what: 'read', letter })}
            onSend={() => onDeliver(letter.id)}
            onHandOver={() => setOpen({ what: 'handOver', letter })}
            onCorrect={
              mayCorrect ? () => go({ screen: 'letter', caseId: card.id, corrects: letter.id }) : null
            }
          />
        ))}
      </ul>
      {open?.what === 'read' ? <LetterDialog letter={open.letter} caseId={card.id} onClose={close} /> : null}
      {open?.what === 'handOver' ? <HandOverDialog letter={open.letter} onClose={close} /> : null}
      {sending && sending.id === byHand ? <HandOverDialog letter={sending} onClose={endDelivery} /> : null}
      {sending && sending.id !== byHand ? (
        <SendDialog card={card} letter={sending} onClose={endDelivery} />
      ) : null}
    </Panel>
  )
}
