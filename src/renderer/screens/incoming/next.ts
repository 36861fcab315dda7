import type { IncomingMessage } from '../../../shared/contract/intake.ts'
import type { Navigation } from '../../navigation.ts'

/** After a decision the officer comes to the next message, or back to the list when none waits. */
export function goToNext(go: Navigation['go'], next: IncomingMessage['next']): void {
  go(next ? { screen: 'message', id: next } : { screen: 'incoming' })
}
