import { SegmentedControl } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { IncomingMessage } from '../../../shared/contract/intake.ts'
import { useTexts } from '../../i18n/index.ts'
import styles from './Incoming.module.css'
import { MessageLayout } from './MessageLayout.tsx'

/** What the message says: as text, or as it is laid out where it has a layout. */
export function MessageBody({ message }: { message: IncomingMessage }) {
  const { incoming } = useTexts()
  const [laidOut, setLaidOut] = useState(false)
  if (!message.hasHtml) return <Text message={message} />
  return (
    <>
      <SegmentedControl
        mt="sm"
        size="xs"
        aria-label={incoming.look}
        value={laidOut ? 'html' : 'text'}
        onChange={(value) => setLaidOut(value === 'html')}
        data={[
          { value: 'text', label: incoming.asText },
          { value: 'html', label: incoming.asHtml },
        ]}
      />
      {laidOut ? <MessageLayout id={message.emailId} /> : <Text message={message} />}
    </>
  )
}

function Text({ message }: { message: IncomingMessage }) {
  const { cases, incoming } = useTexts()
  const { text, nature, evidence } = message
  const shown = nature === 'request' ? evidence : []
  if (text === '') return <p className={styles.text}>{cases.card.noText}</p>
  return (
    <p className={`${styles.text} prewrap`}>
      {shown.map(({ field, from, to }, index) => (
        <Fragment key={from}>
          {text.slice(shown[index - 1]?.to ?? 0, from)}
          <mark className={styles.mark} data-field={field} title={incoming.evidence[field]}>
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.to ?? 0)}
    </p>
  )
}
