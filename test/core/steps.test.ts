import { describe, expect, it } from 'vitest'
import { caseFields } from '../../src/core/casework/fields.ts'
import {
  allowedOutcomes,
  allowedSteps,
  groundFits,
  judgeAnswer,
  judgeStep,
  type CaseState,
} from '../../src/core/casework/steps.ts'
import { transitions, type Transition } from '../../src/core/casework/transitions.ts'
import { seriesOf } from '../../src/core/numbering/numbers.ts'
import {
  CaseKind,
  CaseStatus,
  Outcome,
  type Step,
  type StepAction,
  type VerificationMethod,
} from '../../src/shared/model/case.ts'
import type { RefusalGround } from '../../src/shared/model/catalog.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

const today = LocalDate.parse('2026-11-23')
/** One of each step, well formed. */
const everyStep: Step[] = [
  { action: 'takeUp' },
  { action: 'verifyIdentity', method: 'inPerson', compared: 'Документ' },
  { action: 'failVerification', method: 'inPerson', compared: 'Документ' },
  { action: 'proceedUnverified', reason: 'Отозвать нечего' },
  { action: 'receiveDocuments', receivedOn: today, what: 'Справка' },
  { action: 'block', blockedOn: today, what: 'Телефон' },
  { action: 'unblock', unblockedOn: today, why: 'Проверено' },
  { action: 'decide', outcome: 'refused', refusalGround: 'ground', reason: '' },
  { action: 'execute', executedOn: today, what: 'Исполнено' },
  { action: 'handToCourt', handedOn: today, what: 'Иск' },
  { action: 'close', latenessReason: null },
  { action: 'reopen', reason: 'Новые сведения' },
  { action: 'annul', reason: 'Ошибка' },
]
const text = { ru: 'Основание', kk: 'Негіз', en: 'Ground' }

function state(kind: CaseKind, status: CaseStatus, change: Partial<CaseState> = {}): CaseState {
  const receivedOn = LocalDate.parse('2026-11-20')
  return {
    kind,
    status,
    outcome: null,
    ground: null,
    receivedOn,
    blocked: false,
    powerValidUntil: undefined,
    systemsSearched: true,
    systemsTreated: true,
    openClocks: 0,
    late: false,
    ...change,
  }
}

type Place = { status: CaseStatus; outcome: Outcome | null }

/** Where a line of the table leads from a place. */
function follow({ action, to, choices }: Transition, { status, outcome }: Place): Place[] {
  const next = to === 'same' ? status : to
  if (action === 'reopen') return [{ status: next, outcome: null }]
  return choices ? choices.map((choice) => ({ status: next, outcome: choice })) : [{ status: next, outcome }]
}

function linesAt(kind: CaseKind, { status, outcome }: Place): Transition[] {
  return transitions[kind].filter(
    ({ from, outcomes: only }) =>
      from.includes(status) && (!only || (outcome !== null && only.includes(outcome))),
  )
}

/** Every place a case of the kind can come to from its registration, by the lines that are not left out. */
function placesOf(kind: CaseKind, without: readonly StepAction[] = []): Place[] {
  const places: Place[] = [{ status: 'registered', outcome: null }]
  for (const place of places) {
    for (const line of linesAt(kind, place).filter(({ action }) => !without.includes(action))) {
      for (const next of follow(line, place)) {
        if (!places.some(({ status, outcome }) => status === next.status && outcome === next.outcome))
          places.push(next)
      }
    }
  }
  const order = (place: Place) =>
    CaseStatus.options.indexOf(place.status) * 10 +
    (place.outcome ? Outcome.options.indexOf(place.outcome) + 1 : 0)
  return places.toSorted((a, b) => order(a) - order(b))
}

/** A line of the table as it is read: what it does, where it leads, what it needs. */
function describeLine({ action, to, choices, needs }: Transition): string {
  const what = choices ? `${action} (${choices.join(', ')})` : action
  const where = to === 'same' ? '' : ` → ${to}`
  return `${what}${where}${needs ? ` [${needs.join(', ')}]` : ''}`
}

function describeKind(kind: CaseKind): string {
  const { required, optional } = caseFields[kind]
  const outcomesBySteps = new Map<string, string[]>()
  for (const place of placesOf(kind)) {
    const steps = `${place.status} @ ${linesAt(kind, place).map(describeLine).join('<br>')}`
    outcomesBySteps.set(steps, [...(outcomesBySteps.get(steps) ?? []), place.outcome ?? '—'])
  }
  const rows = [...outcomesBySteps].map(
    ([steps, found]) => `| ${steps.replace('@', `| ${found.join(', ')} |`)} |`,
  )
  return [
    `## ${kind}`,
    '',
    `Number \`${seriesOf(kind)}-YYYY-NNNN\`. Asks for: ${required.join(', ') || '—'}; may tell: ${optional.join(', ') || '—'}.`,
    '',
    '| status | outcome | steps → status [needs] |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

describe('the table of steps', () => {
  it('is, state by state, what docs/casework.md shows', async () => {
    const intro =
      '# The way of each kind of case\n\nWritten by `test/core/steps.test.ts` from `src/core/casework`: change the table there, then `vitest -u`.\n'
    const page = [intro, ...CaseKind.options.map(describeKind)].join('\n')
    await expect(page).toMatchFileSnapshot('../../docs/casework.md')
  })

  it.each(CaseKind.options)(
    'of %s allows in each state the steps of its lines, and refuses all others',
    (kind) => {
      for (const place of placesOf(kind)) {
        const at = state(kind, place.status, { outcome: place.outcome })
        const lines = new Set(linesAt(kind, place).map(({ action }) => action))
        lines.delete('unblock')
        expect(new Set(allowedSteps(at)), JSON.stringify(place)).toEqual(lines)
        for (const step of everyStep) {
          if (lines.has(step.action)) continue
          expect(judgeStep(at, step, today)).toMatchObject({ error: { code: 'stepNotAllowed' } })
        }
      }
    },
  )

  it.each(CaseKind.options)('of %s leads to its end from every state', (kind) => {
    for (const place of placesOf(kind)) {
      if (place.status === 'closed') continue
      const ways = linesAt(kind, place).flatMap((line) => follow(line, place))
      expect(
        ways.some(({ status }) => status !== place.status),
        JSON.stringify(place),
      ).toBe(true)
    }
    expect(placesOf(kind).some(({ status }) => status === 'closed')).toBe(true)
  })

  it.each(['access', 'rectification', 'blocking', 'destruction', 'withdrawal', 'authority'] as const)(
    'of %s tells and does nothing before the identity is verified, but by the named override',
    (kind) => {
      const unverified = placesOf(kind, ['verifyIdentity', 'proceedUnverified'])
      const told = unverified.map(({ outcome }) => outcome).filter((outcome) => outcome !== null)
      expect(new Set(told)).toEqual(new Set(['refused', 'redirected', 'withdrawnByApplicant']))
      expect(unverified.some(({ status }) => status === 'inWork' || status === 'executed')).toBe(false)
    },
  )

  it('closes no case that blocks data, runs a clock, or hides why it was late', () => {
    const closing = CaseKind.options.flatMap((kind) =>
      transitions[kind].filter(({ action }) => action === 'close'),
    )
    for (const { needs } of closing)
      expect(needs).toEqual(expect.arrayContaining(['clocksEnded', 'latenessExplained']))
    const blocking = CaseKind.options.filter((kind) =>
      transitions[kind].some(({ action }) => action === 'block'),
    )
    for (const kind of blocking) {
      const ends = transitions[kind].filter(({ to }) => to === 'closed')
      expect(ends.every(({ needs }) => needs?.includes('unblocked'))).toBe(true)
    }
  })

  it('offers to block what is not blocked, and to unblock what is', () => {
    expect(allowedSteps(state('rectification', 'inWork', { blocked: true }))).not.toContain('block')
    const decided = state('rectification', 'decided', { blocked: true, outcome: 'refused' })
    expect(allowedSteps(decided)).toContain('unblock')
  })
})

describe('a step', () => {
  const execute = (executedOn: string): Step => ({
    action: 'execute',
    executedOn: LocalDate.parse(executedOn),
    what: 'Исполнено',
  })
  const decided = state('withdrawal', 'decided', { outcome: 'granted' })

  it('happens between the receipt and today', () => {
    expect(judgeStep(decided, execute('2026-11-20'), today)).toMatchObject({ ok: true })
    expect(judgeStep(decided, execute('2026-11-19'), today)).toMatchObject({
      error: { code: 'dateTooEarly' },
    })
    expect(judgeStep(decided, execute('2026-11-24'), today)).toMatchObject({
      error: { code: 'dateInFuture' },
    })
  })

  it('that accepts a withdrawal starts the clock to stop', () => {
    const inWork = state('withdrawal', 'inWork')
    const decide: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(judgeStep(inWork, decide, today)).toEqual({
      ok: true,
      value: { status: 'decided', on: today, events: ['withdrawalAccepted'] },
    })
    expect(judgeStep(inWork, { ...decide, outcome: 'nothingFound' }, today)).toMatchObject({
      error: { code: 'outcomeNotAllowed' },
    })
  })

  it('that closes waits for the clocks, and for the reason of a late one', () => {
    const close: Step = { action: 'close', latenessReason: null }
    const answered = state('claim', 'answered', { outcome: 'granted' })
    expect(judgeStep({ ...answered, openClocks: 1 }, close, today)).toMatchObject({
      error: { code: 'clocksOpen' },
    })
    expect(judgeStep({ ...answered, late: true }, close, today)).toMatchObject({
      error: { code: 'latenessReasonMissing' },
    })
    expect(judgeStep(answered, close, today)).toMatchObject({ ok: true, value: { status: 'closed' } })
  })

  it('that decides before the identity is verified can only refuse or let go', () => {
    const registered = state('access', 'registered')
    expect(allowedOutcomes(registered)).toEqual(['refused', 'redirected', 'withdrawnByApplicant'])
    const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(judgeStep(registered, grant, today)).toMatchObject({ error: { code: 'outcomeNotAllowed' } })
    const refuse: Step = { ...grant, outcome: 'refused', refusalGround: 'identityNotVerified' }
    expect(judgeStep(registered, refuse, today)).toMatchObject({ ok: true, value: { status: 'decided' } })
  })

  it('rests no refusal on a ground that contradicts the record', () => {
    const ground = {
      id: 'a',
      kinds: ['access'],
      title: text,
      sentence: text,
      basis: text,
    } satisfies RefusalGround
    const fits = (beforeVerification: 'only' | 'also' | undefined, status: CaseStatus): boolean =>
      groundFits(beforeVerification ? { ...ground, beforeVerification } : ground, state('access', status))
    expect([fits('only', 'registered'), fits('only', 'inWork')]).toEqual([true, false])
    expect([fits('also', 'registered'), fits('also', 'inWork')]).toEqual([true, true])
    expect([fits(undefined, 'registered'), fits(undefined, 'inWork')]).toEqual([false, true])
    expect(groundFits({ ...ground, kinds: ['claim'] }, state('access', 'inWork'))).toBe(false)
  })

  it('that closes waits until nothing is blocked', () => {
    const answered = state('rectification', 'answered', { outcome: 'granted', blocked: true })
    const close: Step = { action: 'close', latenessReason: null }
    expect(judgeStep(answered, close, today)).toMatchObject({ error: { code: 'stillBlocked' } })
    const inWork = state('rectification', 'inWork', { blocked: true })
    const annul: Step = { action: 'annul', reason: 'Зарегистрировано дважды' }
    expect(judgeStep(inWork, annul, today)).toMatchObject({ error: { code: 'stillBlocked' } })
  })

  it('that returns a case to work revokes the decision, and asks for an answer again where one was given', () => {
    const reopen: Step = { action: 'reopen', reason: 'Новые данные' }
    const effect = (status: CaseStatus): unknown =>
      judgeStep(state('access', status, { outcome: 'granted' }), reopen, today)
    expect(effect('decided')).toMatchObject({ value: { status: 'registered', events: ['decisionRevoked'] } })
    expect(effect('closed')).toMatchObject({ value: { events: ['decisionRevoked', 'reopened'] } })
  })

  it('that decides what is held rests on a search of every system; a refusal does not', () => {
    const inWork = state('access', 'inWork', { systemsSearched: false })
    const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(judgeStep(inWork, grant, today)).toMatchObject({ error: { code: 'systemsNotSearched' } })
    expect(judgeStep(inWork, { ...grant, outcome: 'nothingFound' }, today)).toMatchObject({ ok: false })
    expect(judgeStep(inWork, { ...grant, outcome: 'refused', refusalGround: 'a' }, today)).toMatchObject({
      ok: true,
    })
    expect(judgeStep({ ...decided, systemsTreated: false }, execute('2026-11-20'), today)).toMatchObject({
      error: { code: 'systemsNotTreated' },
    })
  })

  it('that verifies a representative needs a power in force', () => {
    const verify = (powerValidUntil: string | null | undefined, method: VerificationMethod): string => {
      const until = powerValidUntil == null ? powerValidUntil : LocalDate.parse(powerValidUntil)
      const at = state('access', 'registered', { powerValidUntil: until })
      const judged = judgeStep(at, { action: 'verifyIdentity', method, compared: 'Номер и дата' }, today)
      return judged.ok ? 'ok' : judged.error.code
    }
    expect(verify(undefined, 'powerOfAttorney')).toBe('representativeMissing')
    expect(verify(undefined, 'inPerson')).toBe('ok')
    expect(verify(null, 'powerOfAttorney')).toBe('ok')
    expect(verify('2026-11-23', 'powerOfAttorney')).toBe('ok')
    expect(verify('2026-11-22', 'powerOfAttorney')).toBe('powerExpired')
    // Whatever else is compared, nobody acts for another by a power that has ended.
    expect(verify('2026-11-22', 'inPerson')).toBe('powerExpired')
  })

  it('that decides tells the clocks whether a violation was confirmed', () => {
    const eventsOf = (at: CaseState, outcome: Outcome): unknown => {
      const judged = judgeStep(at, { action: 'decide', outcome, refusalGround: 'a', reason: '' }, today)
      return judged.ok ? judged.value.events : judged.error.code
    }
    const blocking = state('blocking', 'inWork', { blocked: true, ground: 'unlawful' })
    expect(eventsOf(blocking, 'granted')).toEqual(['violationConfirmed'])
    expect(eventsOf(blocking, 'refused')).toEqual(['refused', 'violationNotConfirmed'])
    expect(eventsOf(blocking, 'withdrawnByApplicant')).toEqual(['requestWithdrawn'])
    expect(eventsOf(state('destruction', 'inWork', { ground: 'unlawful' }), 'granted')).toEqual([
      'violationConfirmed',
    ])
    expect(eventsOf(state('destruction', 'inWork', { ground: 'notNeeded' }), 'granted')).toEqual([])
  })

  it('is never an answer before the decision', () => {
    expect(judgeAnswer(state('access', 'inWork'), today)).toMatchObject({ error: { code: 'stepNotAllowed' } })
  })
})
