import { Button } from '@mantine/core'
import { IconDownload, IconEye, IconHandStop, IconRefresh, IconSend } from '@tabler/icons-react'
import type { CaseMail, IssuedLetter } from '../../../shared/contract/cases.ts'
import { api, ask } from '../../api.ts'
import { almatyMoment, shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useMay } from '../../ui/May.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import { MailLine } from '../mail/MailLine.tsx'
import type { AutoReply } from './autoReplies.ts'
import styles from './Letters.module.css'

type Props = {
  letter: IssuedLetter
  mails: readonly CaseMail[]
  replies: readonly AutoReply[]
  onRead: () => void
  onSend: () => void
  onHandOver: () => void
  /** Null where the case takes no more letters. */
  onCorrect: (() => void) | null
}

/** States in which a mail may still bring the letter there: a second one would be a blind second send. */
function isUnderWay({ state }: CaseMail): boolean {
  return state === 'queued' || state === 'sending' || state === 'unknown'
}

export function LetterItem({ letter, mails, replies, onRead, onSend, onHandOver, onCorrect }: Props) {
  const { letters, words } = useTexts()
  const of = useOf()
  const save = useSaveFile(
    (id: IssuedLetter['id']) => ask(api.letters.pdf({ id })),
    ({ caseId, name }) => ({ paper: 'letter', caseId, name }),
  )
  const open = useMay('mail.send') && letter.delivery === null && !letter.internal
  const underWay = mails.some(isUnderWay)
  return (
    <li className={styles.letter}>
      <div className={styles.letterHead}>
        <span className={styles.letterTitle}>{of(letter.title)}</span>
        <Chip tone="plain">{words.letterLangs[letter.lang]}</Chip>
        {letter.answers ? <Chip tone="calm">{letters.answers}</Chip> : null}
        {letter.edited ? <Chip tone="plain">{letters.edited}</Chip> : null}
        <Delivery letter={letter} underWay={underWay} />
      </div>
      <div className={styles.letterNumber}>
        {letters.from(letter.number, shortDate(letter.issuedOn))} ·{' '}
        {letters.issuedBy(letter.issuedBy, almatyMoment(letter.issuedAt))}
      </div>
      {letter.corrects === null ? null : (
        <div className={styles.letterNumber}>{letters.correction.insteadOf(letter.corrects)}</div>
      )}
      {letter.correctedBy.length > 0 ? (
        <div className={styles.letterNumber}>
          {letters.correction.correctedBy(letter.correctedBy.join(', '))}
        </div>
      ) : null}
      {mails.map((mail) => (
        <MailLine key={mail.id} mail={mail} />
      ))}
      {replies.map(({ seq, at, from }) => (
        <div key={seq} className={styles.letterNumber}>
          {letters.autoReply(from, almatyMoment(at))}
        </div>
      ))}
      <div className={styles.letterActions}>
        {open ? (
          <Button size="xs" leftSection={<IconSend size={16} />} onClick={onSend} disabled={underWay}>
            {letters.send}
          </Button>
        ) : null}
        {open ? (
          <Button size="xs" variant="default" leftSection={<IconHandStop size={16} />} onClick={onHandOver}>
            {letters.handOver}
          </Button>
        ) : null}
        <Button size="xs" variant="default" leftSection={<IconEye size={16} />} onClick={onRead}>
          {letters.open}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={save.isPending}
          onClick={() => save.mutate(letter.id)}
        >
          {letters.save}
        </Button>
        {onCorrect ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} />}
            aria-label={letters.correction.correctNumber(letter.number)}
            onClick={onCorrect}
          >
            {letters.correction.correct}
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={save.error} />
    </li>
  )
}

/** Of a letter under way its mail tells more. */
function Delivery({ letter, underWay }: { letter: IssuedLetter; underWay: boolean }) {
  const { letters, words } = useTexts()
  const { delivery } = letter
  if (letter.internal) return <Chip tone="plain">{letters.internal}</Chip>
  if (!delivery) return underWay ? null : <Chip tone="soon">{letters.notDelivered}</Chip>
  return (
    <>
      <Chip tone="good">
        {words.deliveries[delivery.method]} {shortDate(delivery.on)}
      </Chip>
      {delivery.note ? <span className={styles.letterNumber}>{delivery.note}</span> : null}
    </>
  )
}
