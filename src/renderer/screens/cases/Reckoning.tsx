import type { Clock, DueDate } from '../../../shared/model/clock.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Adjustments } from './Adjustments.tsx'
import { DueTrace, holding } from './DueTrace.tsx'

type Props = { due: DueDate & Partial<Pick<Clock, 'adjusted' | 'adjustments'>>; caseNumber?: string }

/** Why a date is that date, for paper. */
export function Reckoning({ due, caseNumber }: Props) {
  const { cases, deadlines, words } = useTexts()
  const of = useOf()
  return (
    <article>
      <h1>
        {deadlines.printTitle}
        {caseNumber ? ` · ${cases.card.title(caseNumber)}` : ''}
      </h1>
      <Facts
        facts={[
          [
            deadlines.rule,
            `${of(due.title)} (${due.ruleId} v${due.ruleVersion}): ${words.terms[due.unit](due.amount)}, ${words.natures[due.nature]}`,
          ],
          [deadlines.law.basis, of(due.basis)],
          [deadlines.law.source, of(due.source)],
          [deadlines.startedOn, shortDate(due.startedOn)],
          [deadlines.dueOn, shortDate(due.dueOn)],
          [deadlines.holdsOn, due.adjusted ? shortDate(due.adjusted.dueOn) : null],
        ]}
      />
      {due.adjusted ? <h2>{deadlines.traceByRule}</h2> : null}
      <DueTrace due={due} />
      {due.adjusted ? (
        <>
          <h2>{deadlines.traceHolds}</h2>
          <Adjustments adjustments={due.adjustments ?? []} />
          <DueTrace due={holding(due)} />
        </>
      ) : null}
      {due.ruleConfirmed ? null : <p>{cases.clock.unconfirmedWhy}</p>}
      {due.provisional ? <p>{cases.clock.provisionalWhy}</p> : null}
    </article>
  )
}
