import { addDays } from '../../../core/calendar/days.ts'
import { caseCardDocument, type ToldCase } from '../../../core/reports/case-card.ts'
import { inLanguages, type ReportDocument } from '../../../core/reports/document.ts'
import { journalDocument, type JournalRow } from '../../../core/reports/journal.ts'
import { periodDocument } from '../../../core/reports/period.ts'
import { retentionAct } from '../../../core/reports/retention-act.ts'
import type { Bilingual, Lang, LetterLang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { PaperId } from '../../../shared/model/paper.ts'
import type { Packs } from '../packs/load.ts'
import { sampleApplicant } from '../templates/sample.ts'

export type SampleSetting = { packs: Packs; today: LocalDate; lang: LetterLang; operator: Bilingual }

const officer = 'Ү. Үлгібаев'
const sha256 = '0123456789abcdef'.repeat(4)

/** A paper about cases that never were, with something in every place. */
export function samplePaper(id: PaperId, { lang, ...setting }: SampleSetting): ReportDocument {
  return inLanguages(lang, (one) => paperIn(id, one, setting))
}

function paperIn(
  id: PaperId,
  lang: Lang,
  { packs, today, operator: names }: Omit<SampleSetting, 'lang'>,
): ReportDocument {
  const operator = names[lang]
  const common = { texts: packs.reports, lang, today, operator, head: { seq: 17, hash: sha256 } }
  const rows = sampleRows(today)
  const period = { from: rows[0]?.receivedOn ?? today, to: today }
  switch (id) {
    case 'case-card':
      return caseCardDocument(sampleCase(packs, today), { ...common, titles: {} })
    case 'journal':
      return journalDocument(rows, { ...common, period })
    case 'period-report':
      return periodDocument(rows, { ...common, period })
    case 'retention-act': {
      const { retention: pack, reports } = packs
      const term = { years: pack.years, basis: pack.basis }
      const cases = rows.map((row) => ({ ...row, closedOn: row.answer?.on ?? today }))
      const act = { number: 'А-0000-0001', method: 'destroy', term, cases } as const
      return retentionAct(act, { pack, words: reports.words, lang, today, operator, officer })
    }
  }
}

/** An answered case, one whose answer came late, one just begun. */
export function sampleRows(today: LocalDate): JournalRow[] {
  const day = (back: number): LocalDate => addDays(today, -back)
  const row = { channel: 'email', applicant: 'Үлгібаев Үлгі Үлгіұлы', latenessReason: '' } as const
  return [
    {
      ...row,
      number: 'ДС-0000-0001',
      kind: 'access',
      status: 'closed',
      outcome: 'granted',
      receivedOn: day(28),
      dueOn: day(25),
      late: false,
      answer: { number: '0000-0001', on: day(26) },
    },
    {
      ...row,
      number: 'ПР-0000-0001',
      kind: 'claim',
      channel: 'paper',
      status: 'closed',
      outcome: 'partly',
      receivedOn: day(20),
      dueOn: day(6),
      late: true,
      latenessReason: 'CRM-0017: 0000-0002',
      answer: { number: '0000-0002', on: day(4) },
    },
    {
      ...row,
      number: 'ОР-0000-0001',
      kind: 'optout',
      status: 'registered',
      outcome: null,
      receivedOn: today,
      dueOn: addDays(today, 1),
      late: false,
      answer: null,
    },
  ]
}

export function sampleCase(packs: Packs, today: LocalDate): ToldCase {
  const kind = 'access'
  const answer = packs.letters.find(({ meta }) => meta.answers && meta.kinds.includes(kind))
  const clocks = packs.rules.filter((rule) => rule.kinds.includes(kind))
  const at = (hour: number): string => `${today}T0${hour}:30:00.000Z`
  return {
    number: 'ДС-0000-0001',
    kind,
    channel: 'email',
    receivedOn: today,
    registeredAt: at(4),
    status: 'answered',
    site: 'kazteleport.kz',
    subject: '…',
    applicant: { ...sampleApplicant, address: '050000, Алматы' },
    representative: null,
    outcome: 'granted',
    reason: '…',
    latenessReason: '…',
    clocks: clocks.map(({ title, basis }) => ({
      title,
      basis,
      startedOn: today,
      dueOn: addDays(today, 3),
      adjusted: null,
      endedOn: today,
    })),
    letters: answer
      ? [
          {
            title: answer.meta.title,
            number: '0000-0001',
            issuedOn: today,
            delivery: { method: 'post', on: today, note: 'RR000000000KZ' },
            sha256,
          },
        ]
      : [],
    history: [
      {
        at: at(4),
        actor: officer,
        erased: false,
        action: 'caseRegistered',
        details: { kind, channel: 'email' },
      },
      {
        at: at(5),
        actor: officer,
        erased: false,
        action: 'decided',
        details: { outcome: 'granted', reason: '…' },
      },
      {
        at: at(6),
        actor: officer,
        erased: false,
        action: 'letterIssued',
        details: { letter: '0000-0001', sha256 },
      },
      {
        at: at(7),
        actor: officer,
        erased: false,
        action: 'letterHandedOver',
        details: { letter: '0000-0001', method: 'post' },
      },
    ],
  }
}
