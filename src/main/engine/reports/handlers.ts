import { caseCardDocument } from '../../../core/reports/case-card.ts'
import { inLanguages, type ReportDocument } from '../../../core/reports/document.ts'
import { journalDocument, type Period } from '../../../core/reports/journal.ts'
import { periodDocument } from '../../../core/reports/period.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang, LetterLang } from '../../../shared/model/lang.ts'
import { lastLink } from '../audit/store.ts'
import { titlesOf } from '../audit/titles.ts'
import { readCard } from '../cases/card.ts'
import type { ReadableDb } from '../db/db.ts'
import { paperPacks } from '../papers/words.ts'
import type { Session } from '../session.ts'
import { readOrganisation } from '../settings/store.ts'
import { journalRows } from './store.ts'

type Made = { name: string; bytes: Uint8Array }

export const reportHandlers: Handlers<Pick<typeof engineContract, 'reports'>, Session> = {
  'reports.caseCard': (session, { caseId, lang }) => {
    const document = session.query((db) => {
      const card = readCard(db, session.packs, caseId, session.today)
      const titles = titlesOf(session, db)
      return inLanguages(lang, (one) => caseCardDocument(card, { ...settingFor(session, db, one), titles }))
    })
    return make(session, document, 'case-card', caseId, { document: document.title, lang })
  },
  'reports.journal': (session, { from, to, lang }) =>
    ofPeriod(session, { from, to }, lang, { name: 'journal', document: journalDocument }),
  'reports.period': (session, { from, to, lang }) =>
    ofPeriod(session, { from, to }, lang, { name: 'report', document: periodDocument }),
}

type PeriodPaper = { name: string; document: typeof journalDocument }

function ofPeriod(session: Session, period: Period, lang: LetterLang, paper: PeriodPaper): Promise<Made> {
  if (period.from > period.to) throw new AppFailure('dateTooEarly', { earliest: period.from })
  const document = session.query((db) => {
    const rows = journalRows(db, period, session.today)
    return inLanguages(lang, (one) => paper.document(rows, { ...settingFor(session, db, one), period }))
  })
  const told = { document: document.title, lang, from: period.from, until: period.to }
  return make(session, document, `${paper.name}-${period.from}-${period.to}`, null, told)
}

function settingFor({ packs, today }: Session, db: ReadableDb, lang: Lang) {
  const { name } = readOrganisation(db) ?? packs.operator
  return {
    texts: paperPacks(db, packs).reports,
    lang,
    today,
    operator: name[lang],
    head: lastLink(db) ?? null,
  }
}

/** Whoever makes such a paper takes personal data out of the register: the record tells of it. */
async function make(
  session: Session,
  document: ReportDocument,
  name: string,
  caseId: CaseId | null,
  details: AuditDetails,
): Promise<Made> {
  const bytes = await session.typesetter.typesetReport(document)
  session.command(({ record, changed }) => {
    record('documentMade', caseId, details)
    changed('cases')
  })
  return { name: `${name}.pdf`, bytes }
}
