import { hash } from 'node:crypto'
import { caseCardDocument } from '../../../core/reports/case-card.ts'
import { inLanguages, type ReportDocument } from '../../../core/reports/document.ts'
import { datesDocument, evidenceIndex, type EvidenceSetting } from '../../../core/reports/evidence.ts'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import { AppFailure } from '../../../shared/errors.ts'
import {
  evidenceLimitMiB,
  isPackTooLarge,
  type EvidenceKind,
  type EvidenceManifest,
  type EvidenceOf,
} from '../../../shared/model/evidence.ts'
import type { Lang, LetterLang } from '../../../shared/model/lang.ts'
import { stateOfCase } from '../audit/content-store.ts'
import { recordAsCsv } from '../audit/export.ts'
import { lastLink } from '../audit/store.ts'
import { titlesOf } from '../audit/titles.ts'
import { readCard } from '../cases/card.ts'
import type { ReadableDb } from '../db/db.ts'
import { cleanFileName } from '../intake/file-name.ts'
import { paperPacks } from '../papers/words.ts'
import type { Session } from '../session.ts'
import { readOrganisation } from '../settings/store.ts'
import { extractRecord, type Extract } from './extract.ts'
import { attachmentsIn, lettersIn, mailsIn, sizeOf, type EvidenceCase } from './store.ts'
import { verifierPage } from './verifier.ts'
import { zip, type PackedFile } from '../zip.ts'

type Step = (done: number, total: number) => Promise<void>
type File = PackedFile & { kind: EvidenceKind; case: string | null }
type Collected = { of: EvidenceCase; card: CaseCard; state: string; files: File[] }

export type Pack = { bytes: Uint8Array; files: number; manifestSha256: string }

/** Fails with `evidenceTooLarge`. */
export function refuseTooLarge(db: ReadableDb, cases: readonly EvidenceCase[]): void {
  const bytes = cases.reduce((sum, { id }) => sum + sizeOf(db, id).bytes, 0)
  if (isPackTooLarge({ cases: cases.length, bytes }))
    throw new AppFailure('evidenceTooLarge', { limitMiB: evidenceLimitMiB })
}

/**
 * Makes a pack of cases. What stands in it is of one moment: a case that changes while its papers are set is taken anew.
 */
export async function makePack(
  session: Session,
  request: { of: EvidenceOf; cases: readonly EvidenceCase[]; lang: LetterLang },
  step: Step,
): Promise<Pack> {
  const { cases, lang } = request
  const collected = new Map<number, Collected>()
  const total = cases.length + 1
  for (let stale = cases; stale.length > 0; stale = session.query((db) => changedSince(db, collected))) {
    for (const one of stale) {
      collected.set(one.id, await collectCase(session, one, lang))
      await step(collected.size, total)
    }
  }
  const all = [...collected.values()]
  // From here to the extract nothing else runs: the cases are as the record says.
  const extract = session.query((db) => extractRecord(db, cases))
  const records = recordFiles(session, extract, cases, leading(lang))
  const pack = await finish(session, request, { all, extract, records })
  await step(total, total)
  return pack
}

function changedSince(db: ReadableDb, collected: ReadonlyMap<number, Collected>): EvidenceCase[] {
  return [...collected.values()]
    .filter(({ of, state }) => stateOfCase(db, of.id) !== state)
    .map(({ of }) => of)
}

/** All that is kept of a case, and its papers. */
async function collectCase(session: Session, of: EvidenceCase, lang: LetterLang): Promise<Collected> {
  const found = session.query((db) => ({
    card: readCard(db, session.packs, of.id, session.today),
    state: stateOfCase(db, of.id) ?? '',
    kept: keptFiles(db, of),
    settings: settingsFor(session, db),
  }))
  const { card, state, kept, settings } = found
  const paper = (kind: 'card' | 'dates', document: ReportDocument): Promise<File> =>
    session.typesetter.typesetReport(document).then((bytes) => ({
      path: `${folderOf(of)}/${kind}.pdf`,
      kind,
      case: of.number,
      bytes,
    }))
  const papers = [
    await paper(
      'card',
      inLanguages(lang, (one) => caseCardDocument(card, settings[one])),
    ),
    await paper(
      'dates',
      inLanguages(lang, (one) => datesDocument(card, settings[one])),
    ),
  ]
  const sealed = textFile(`${folderOf(of)}/state.txt`, 'state', of.number, state)
  return { of, card, state, files: [...papers, sealed, ...kept] }
}

function keptFiles(db: ReadableDb, of: EvidenceCase): File[] {
  const file = (kind: EvidenceKind, name: string, bytes: Uint8Array): File => ({
    path: `${folderOf(of)}/${name}`,
    kind,
    case: of.number,
    bytes,
  })
  return [
    ...lettersIn(db, of.id).map(({ name, bytes }) => file('letter', `letters/${safe(name)}.pdf`, bytes)),
    ...mailsIn(db, of.id).map(({ id, bytes }) => file('mail', `sent/${id}.eml`, bytes)),
    ...attachmentsIn(db, of.id).map(({ id, name, bytes }) =>
      file('attachment', `received/${id} ${safe(name)}`, bytes),
    ),
  ]
}

const folderOf = ({ number }: EvidenceCase): string => `cases/${safe(number)}`
/** So short that it is unpacked in any folder: Windows takes 260 letters of a whole path, Linux 255 bytes of a name. */
const safe = (name: string): string => cleanFileName(name, '', 60).normalize('NFC')

function textFile(path: string, kind: EvidenceKind, number: string | null, text: string): File {
  return { path, kind, case: number, bytes: new TextEncoder().encode(text) }
}

/** The extract for machines, and the entries of the cases in words. */
function recordFiles(session: Session, extract: Extract, cases: readonly EvidenceCase[], lang: Lang): File[] {
  const csv = recordAsCsv(session, cases, lang)
  return [
    textFile('record.json', 'record', null, JSON.stringify(extract, null, 1)),
    { path: 'record.csv', kind: 'record', case: null, bytes: csv },
  ]
}

type Parts = { all: readonly Collected[]; extract: Extract; records: readonly File[] }

async function finish(
  session: Session,
  { of, lang }: { of: EvidenceOf; lang: LetterLang },
  { all, extract, records }: Parts,
): Promise<Pack> {
  const page: File = {
    path: 'verify.html',
    kind: 'verifier',
    case: null,
    bytes: verifierPage(session.ports.resources, leading(lang)),
  }
  const files = [page, ...records, ...all.flatMap((one) => one.files)]
  const settings = session.query((db) => settingsFor(session, db))
  const listed = files.map(described)
  const told = { of, cases: all.map(({ card }) => card), files: listed, madeBy: session.officer }
  const index = inLanguages(lang, (one) => evidenceIndex(told, { ...settings[one], head: extract.head }))
  const indexFile: File = {
    path: 'index.pdf',
    kind: 'index',
    case: null,
    bytes: await session.typesetter.typesetReport(index),
  }
  const madeAt = new Date(session.ports.clock.now())
  const manifest: EvidenceManifest = {
    form: 1,
    madeAt: madeAt.toISOString(),
    madeBy: session.officer,
    operator: operatorOf(session),
    of,
    head: extract.head,
    cases: all.map((one) => ({ ...one.of, state: `${folderOf(one.of)}/state.txt` })),
    files: [described(indexFile), ...listed],
  }
  const manifestFile = textFile('manifest.json', 'record', null, JSON.stringify(manifest, null, 1))
  return {
    bytes: await zip([indexFile, manifestFile, ...files], madeAt),
    files: files.length + 2,
    manifestSha256: hash('sha256', manifestFile.bytes),
  }
}

function described({ path, kind, case: number, bytes }: File): EvidenceManifest['files'][number] {
  return { path, kind, case: number, bytes: bytes.length, sha256: hash('sha256', bytes) }
}

function operatorOf(session: Session): EvidenceManifest['operator'] {
  return (session.query(readOrganisation) ?? session.packs.operator).name
}

/** What of a pack is for machines, and the page that reads both languages, begin with this one. */
function leading(lang: LetterLang): Lang {
  return lang === 'both' ? 'kk' : lang
}

function settingsFor(session: Session, db: ReadableDb): Record<Lang, EvidenceSetting> {
  const { packs, today } = session
  const setting = (lang: Lang): EvidenceSetting => ({
    texts: paperPacks(db, packs).reports,
    words: packs.evidence,
    titles: titlesOf(session, db),
    lang,
    today,
    operator: operatorOf(session)[lang],
    head: lastLink(db) ?? null,
  })
  return { ru: setting('ru'), kk: setting('kk') }
}
