import type { CaseCard } from '../../shared/contract/cases.ts'
import type { CaseRecord } from '../../shared/model/case-record.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { DocumentFile } from './document.ts'

/** What a machine may know of the case on this day, without any person. Letters that stay in the case are left out. */
export function caseRecord(card: CaseCard, madeOn: LocalDate): CaseRecord {
  const { outcome, refusalGround } = card
  return {
    schema: 'zhauap-case-record/1',
    madeOn,
    number: card.number,
    kind: card.kind,
    channel: card.channel,
    status: card.status,
    receivedOn: card.receivedOn,
    registeredAt: card.registeredAt,
    decision: outcome === null ? null : { outcome, refusalGround },
    clocks: card.clocks.map((clock) => ({
      rule: clock.ruleId,
      ruleVersion: clock.ruleVersion,
      nature: clock.nature,
      basis: clock.basis.ru,
      unit: clock.unit,
      amount: clock.amount,
      startedOn: clock.startedOn,
      dueOn: clock.dueOn,
      movedTo: clock.adjusted?.dueOn ?? null,
      endedOn: clock.endedOn,
      provisional: clock.provisional,
      trace: clock.trace,
    })),
    letters: card.letters
      .filter(({ internal }) => !internal)
      .map(({ number, issuedOn, lang, sha256, delivery }) => ({
        number,
        issuedOn,
        lang,
        sha256,
        deliveredOn: delivery?.on ?? null,
      })),
  }
}

export function recordFile(record: CaseRecord): DocumentFile {
  return {
    name: 'case-record.json',
    type: 'application/json',
    description: 'zhauap-case-record/1',
    text: `${JSON.stringify(record, null, 2)}\n`,
  }
}
