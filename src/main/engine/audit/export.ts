import { almatyTime } from '../../../core/calendar/almaty.ts'
import { deedOf, linesOf, type EntryWords } from '../../../core/reports/entry.ts'
import type { AuditFilter } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import { csvFile, csvRows } from '../csv/write.ts'
import type { Session } from '../session.ts'
import { linksBetween, linksOfCase, type NumberedLink } from './list-store.ts'
import { entryOf, lastLink } from './store.ts'
import { titlesOf } from './titles.ts'

type Step = (done: number, total: number) => Promise<void>

const chunk = 500
/** What spreadsheets of this country's settings take for the border of cells. */
const delimiter = ';'

/** The entries of a filter as they stand when the work begins, oldest first, in the words of the office. */
export async function exportRecord(
  session: Session,
  { filter, lang }: { filter: AuditFilter; lang: Lang },
  step: Step,
): Promise<{ entries: number; bytes: Uint8Array }> {
  const setting = wordsFor(session, lang)
  const upTo = session.query(lastLink)?.seq ?? 0
  const parts = [csvRows([headerOf(setting)], delimiter)]
  let entries = 0
  for (let after = 0; ;) {
    const links = session.query((db) => linksBetween(db, filter, { after, upTo }, chunk))
    if (links.length > 0)
      parts.push(
        csvRows(
          links.map((link) => rowOf(link, setting)),
          delimiter,
        ),
      )
    entries += links.length
    after = links.at(-1)?.seq ?? upTo
    if (links.length < chunk) break
    await step(after, upTo)
  }
  return { entries, bytes: csvFile(parts) }
}

/** The entries of some cases, as they stand. */
export function recordAsCsv(
  session: Session,
  cases: readonly { id: CaseId; number: string }[],
  lang: Lang,
): Uint8Array {
  const setting = wordsFor(session, lang)
  const links = session.query((db) => cases.flatMap((one) => linksOfCase(db, one)))
  const rows = links.toSorted((a, b) => a.seq - b.seq).map((link) => rowOf(link, setting))
  return csvFile([csvRows([headerOf(setting), ...rows], delimiter)])
}

/** The words in which the record is told outside the desk. */
export function wordsFor(session: Session, lang: Lang): EntryWords {
  const titles = session.query((db) => titlesOf(session, db))
  return { words: session.packs.reports.words, titles, lang }
}

function headerOf({ words: { record }, lang }: EntryWords): string[] {
  const { seq, at, actor, deed, details, hash } = record
  return [seq, at, actor, deed, record.case, details, hash].map((title) => title[lang])
}

function rowOf(link: NumberedLink, setting: EntryWords): string[] {
  const entry = entryOf(link)
  return [
    String(link.seq),
    almatyTime(Date.parse(link.at)),
    link.actor,
    deedOf(entry, setting),
    link.caseNumber,
    linesOf(entry, setting).join('; '),
    link.hash,
  ]
}
