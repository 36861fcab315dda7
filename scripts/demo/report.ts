import type { CaseCard } from '../../src/shared/contract/cases.ts'
import type { Clock } from '../../src/shared/model/clock.ts'
import type { TraceDay } from '../../src/shared/model/calendar.ts'

/** A case in `summary.json`. */
export function summaryOf(card: CaseCard): object {
  return {
    number: card.number,
    kind: card.kind,
    status: card.status,
    channel: card.channel,
    lang: card.applicant.lang,
    received: card.receivedOn,
    clocks: card.clocks.map((clock) => ({
      rule: `${clock.ruleId} v${clock.ruleVersion}`,
      title: clock.title,
      basis: clock.basis,
      nature: clock.nature,
      confirmed: clock.ruleConfirmed,
      provisional: clock.provisional,
      startedOn: clock.startedOn,
      dueOn: clock.dueOn,
      endedOn: clock.endedOn,
      endedBy: clock.endedBy,
      trace: clock.trace,
    })),
    letters: card.letters.map(({ number, templateId, lang, issuedOn, sha256, delivery }) => ({
      number,
      templateId,
      lang,
      issuedOn,
      sha256,
      delivery,
    })),
    mails: card.mails.map(({ to, subject, state, response }) => ({ to, subject, state, response })),
    history: card.history.map(({ seq, at, action }) => ({ seq, at, action })),
  }
}

/** The case as a person at the terminal reads it. */
export function tell(card: CaseCard): string {
  return [
    `${card.number}  ${card.kind}, received ${card.receivedOn}, applicant writes in ${card.applicant.lang}`,
    ...card.clocks.flatMap(tellClock),
    ...card.letters.map((letter) => `  letter ${letter.number} (${letter.templateId}, ${letter.lang})`),
    ...card.mails.map((mail) => `  mail ${mail.state}: ${mail.response}`),
    `  ${card.history.map((entry) => entry.action).join(' → ')}`,
    '',
  ].join('\n')
}

function tellClock(clock: Clock): string[] {
  const ended = clock.endedOn === null ? 'runs' : `ended ${clock.endedOn} by ${clock.endedBy ?? ''}`
  return [
    `  due ${clock.dueOn}: ${clock.title.en} (${clock.nature}, ${clock.basis.en}); ${ended}${clock.late ? ', LATE' : ''}`,
    `      why: ${tellTrace(clock.trace)}`,
  ]
}

function tellTrace(trace: readonly TraceDay[]): string {
  const told = trace.map((day) => `${day.date.slice(5)} ${tellDay(day)}`)
  return told.length <= 12 ? told.join(', ') : [...told.slice(0, 3), '…', ...told.slice(-5)].join(', ')
}

function tellDay(day: TraceDay): string {
  const counted = day.count === null ? 'not counted' : `day ${day.count}`
  switch (day.reason.kind) {
    case 'start':
      return 'day 0'
    case 'working':
    case 'calendar':
      return day.count === null ? 'first working day after' : counted
    case 'workingWeekend':
      return `${counted} (${day.reason.name.en})`
    case 'weekend':
      return `${counted} (weekend)`
    case 'dayOff':
      return `${counted} (${day.reason.name.en})`
    case 'paused':
    case 'extended':
      return `${counted} (${day.reason.kind})`
  }
}
