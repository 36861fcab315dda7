import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Clock } from '../../../../shared/model/clock.ts'
import { ClockEvent } from '../../../../shared/model/case.ts'
import { api, useAsk } from '../../../api.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import { Chip, DaysLeft } from '../../../ui/Chip.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { DueDetails } from '../DueDetails.tsx'
import { ClockActions } from './ClockActions.tsx'
import styles from './CaseCard.module.css'

/** The date that holds. */
function dateOf(clock: Clock): string {
  return clock.adjusted?.dueOn ?? clock.dueOn
}

function byDueDate(a: Clock, b: Clock): number {
  return dateOf(a) < dateOf(b) ? -1 : 1
}

/** The clocks of a case: those that run first, the nearest on top. */
export function Clocks({ card }: { card: CaseCard }) {
  const texts = useTexts()
  const { cases } = texts
  const { clocks } = card
  const settings = useAsk(['settings'], () => api.settings.read({}))
  const closesAt = settings.data?.organisation?.closesAt
  const running = clocks.filter((clock) => clock.endedOn === null).toSorted(byDueDate)
  const ended = clocks.filter((clock) => clock.endedOn !== null).toSorted(byDueDate)
  const until = [cases.clock.until, closesAt ? cases.clock.office(closesAt) : ''].filter(Boolean).join(' · ')

  return (
    <Panel title={cases.clock.title} part="clocks">
      {clocks.length === 0 ? <p className="dimmed">{cases.clock.none}</p> : null}
      {running.map((clock) => (
        <div key={clock.id} className={styles.clock}>
          <DueDetails due={clock} until={until} state={<DaysLeft days={clock.daysLeft} />} of={card} />
          <ClockActions card={card} clock={clock} />
        </div>
      ))}
      {ended.length > 0 ? <h3 className={styles.ended}>{cases.clock.ended}</h3> : null}
      {ended.map((clock) => (
        <div key={clock.id} className={styles.clock}>
          <DueDetails due={clock} over state={<Ended clock={clock} texts={texts} />} of={card} />
          {clock.adjustments.length > 0 ? <ClockActions card={card} clock={clock} /> : null}
        </div>
      ))}
    </Panel>
  )
}

/** Events after which nothing was done: nothing was owed any more. */
const stopped: readonly (string | null)[] = [
  'annulled',
  'decisionRevoked',
  'requestWithdrawn',
  'merged',
] satisfies ClockEvent[]

function Ended({ clock, texts: { cases, words } }: { clock: Clock; texts: Texts }) {
  const event = ClockEvent.safeParse(clock.endedBy)
  const by = event.success ? words.events[event.data] : (clock.endedBy ?? '')
  const on = shortDate(clock.endedOn ?? '')
  if (stopped.includes(clock.endedBy)) return <Chip tone="plain">{cases.clock.stoppedOn(on, by)}</Chip>
  const said = cases.clock.endedOn(on, by)
  return (
    <Chip tone={clock.late ? 'late' : 'good'}>{clock.late ? `${said}, ${cases.clock.endedLate}` : said}</Chip>
  )
}
