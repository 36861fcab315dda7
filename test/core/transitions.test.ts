import { describe, expect, it } from 'vitest'
import { caseFields } from '../../src/core/casework/fields.ts'
import { allowedSteps, judgeStep } from '../../src/core/casework/steps.ts'
import { transitions, type Transition } from '../../src/core/casework/transitions.ts'
import { seriesOf } from '../../src/core/numbering/numbers.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { CaseKind, type Step } from '../../src/shared/model/case.ts'
import type { ClockRule } from '../../src/shared/model/rule.ts'
import { follow, linesAt, placesOf, state, today } from './case-state.ts'

/** One of each step, well formed. */
const everyStep: readonly Step[] = [
  { action: 'takeUp' },
  { action: 'verifyIdentity', method: 'inPerson', compared: 'Документ' },
  { action: 'failVerification', method: 'inPerson', compared: 'Документ' },
  { action: 'proceedUnverified', reason: 'Отозвать нечего' },
  { action: 'receiveDocuments', receivedOn: today, what: 'Справка' },
  { action: 'block', blockedOn: today, what: 'Телефон', systems: [] },
  { action: 'unblock', unblockedOn: today, why: 'Проверено' },
  { action: 'decide', outcome: 'refused', refusalGround: 'ground', reason: '' },
  { action: 'execute', executedOn: today, what: 'Исполнено' },
  { action: 'handToCourt', handedOn: today, what: 'Иск' },
  { action: 'close', latenessReason: null },
  { action: 'reopen', reason: 'Новые сведения' },
  { action: 'annul', reason: 'Ошибка' },
]

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
    '| clock | term | starts on | ends on | nature |',
    '| --- | --- | --- | --- | --- |',
    ...packs.rules.filter(({ kinds }) => kinds.includes(kind)).map(describeClock),
    '',
    '| letter | in | after | answers |',
    '| --- | --- | --- | --- |',
    ...packs.letters.filter(({ meta }) => meta.kinds.includes(kind)).map(describeLetter),
    '',
  ].join('\n')
}

const packs = loadPacks('resources')

function describeClock({ id, unit, amount, startsOn, endsOn, nature }: ClockRule): string {
  const term = unit === 'immediate' || unit === 'stated' ? unit : `${amount} ${unit}`
  return `| ${id} | ${term} | ${startsOn} | ${endsOn.join(', ')} | ${nature} |`
}

function describeLetter({ meta }: (typeof packs.letters)[number]): string {
  const { id, statuses, outcomes, answers } = meta
  return `| ${id} | ${statuses.join(', ')} | ${outcomes?.join(', ') ?? 'any'} | ${answers ? 'yes' : ''} |`
}

describe('the table of steps', () => {
  it('is, state by state, what docs/casework.md shows', async () => {
    const intro =
      '# The way of each kind of case\n\nWritten by `test/core/transitions.test.ts` from `src/core/casework` and the packs: change them, then `vitest -u`.\n\nBesides these steps a case of `registered` or `inWork` can be merged into an earlier one of the same person, kind and ground\n(`engine/relations/relate.ts`), and a closing that nothing followed can be taken back (`engine/bulk/close.ts`).\nA clock that went over with a merge, as that of documents which came with the later request alone, goes back to that when it is\nreopened, by its first date: the day on which the operator had the documents stays what it was (94-V art. 25 p. 2 (8)). So\ndoes one that ended only by a decision on the earlier case; what a deed has met there, it has met for both. What the\nearlier case owes by the same rule runs beside it, and stays.\nA hold on one of them keeps both from destruction, and so does one on a claim or on what it grew from; while one is in work the other is not due (`engine/retention/store.ts`).\nWho asks is set right, and who acts for them is set, in `registered` or `inWork`; a case that is `inWork` goes back to `registered`, identity is verified anew and what waits to be sent is taken back, but for another language alone (`engine/cases/who-asks.ts`).\n'
    const page = [intro, ...CaseKind.options.map(describeKind)].join('\n')
    await expect(page).toMatchFileSnapshot('../../docs/casework.md')
  })

  it.each(CaseKind.options)(
    'of %s allows in each state the steps of its lines, and refuses all others',
    (kind) => {
      for (const place of placesOf(kind)) {
        // What is blocked can be unblocked, and not blocked again; and the other way round.
        for (const blocked of [false, true]) {
          const at = state(kind, place.status, { outcome: place.outcome, blocked })
          const lines = new Set(linesAt(kind, place).map(({ action }) => action))
          lines.delete(blocked ? 'block' : 'unblock')
          expect(new Set(allowedSteps(at)), JSON.stringify(place)).toEqual(lines)
          for (const step of everyStep) {
            if (lines.has(step.action)) continue
            expect(judgeStep(at, step, today)).toMatchObject({ error: { code: 'stepNotAllowed' } })
          }
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
