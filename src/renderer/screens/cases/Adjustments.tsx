import type { ClockAdjustment } from '../../../shared/model/clock.ts'
import { almatyMoment, shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'

/** The pauses and extensions of a clock, those taken back too, each with its reason, basis and name. */
export function Adjustments({ adjustments }: { adjustments: readonly ClockAdjustment[] }) {
  return (
    <ul>
      {adjustments.map((one) => (
        <li key={one.id}>
          <Told adjustment={one} />
        </li>
      ))}
    </ul>
  )
}

export function Told({ adjustment: one }: { adjustment: ClockAdjustment }) {
  const { deadlines } = useTexts()
  const until = one.until ? shortDate(one.until) : ''
  return (
    <span>
      {one.type === 'pause' ? deadlines.pausedFrom(shortDate(one.from), until) : deadlines.extended(until)}:{' '}
      {one.reason} ({deadlines.basisOf(one.basis)}) · {almatyMoment(one.at)} · {one.officer}
      {one.revoked ? ` — ${deadlines.revokedBy(one.revoked.by, one.revoked.reason)}` : ''}
    </span>
  )
}
