import type { IncomingMessage } from '../../../shared/contract/intake.ts'
import { useTexts } from '../../i18n/index.ts'
import styles from './Incoming.module.css'

export function MessageBody({ message }: { message: IncomingMessage }) {
  const { cases } = useTexts()
  return <p className={`${styles.text} prewrap`}>{message.text === '' ? cases.card.noText : message.text}</p>
}
