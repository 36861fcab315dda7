import { hash } from 'node:crypto'
import { paperDifferences } from '../../../core/reports/paper-texts.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { PaperId, type PaperTexts } from '../../../shared/model/paper.ts'
import { changesOf } from '../audit/changes.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'
import type { Session } from '../session.ts'
import { readOrganisation } from '../settings/store.ts'
import { lastVersion, storedVersion, versionsOf, writeTexts } from '../templates/store.ts'
import { samplePaper } from './sample.ts'
import { haveSameLines, originalWords, withWords, wordsOf } from './words.ts'

export const paperHandlers: Handlers<Pick<typeof engineContract, 'papers'>, Session> = {
  'papers.list': (session) =>
    session.query((db) => ({
      papers: PaperId.options.map((id) => ({ id, ...current(db, session.packs, id) })),
    })),
  'papers.read': (session, { id }) =>
    session.query((db) => {
      const { packs } = session
      const { changed, texts } = current(db, packs, id)
      return { texts, original: originalWords(packs, id), changed, versions: versionsOf(db, id) }
    }),
  'papers.version': (session, { id, revision }) =>
    session.query((db) => {
      const { packs } = session
      if (revision === 0) return { texts: originalWords(packs, id) }
      const found = storedVersion(db, id, revision)
      if (!found) throw new AppFailure('templateUnknown', {})
      return { texts: wordsOf(packs, id, found) }
    }),
  'papers.preview': async (session, { id, texts, lang }) => {
    mustFit(session.packs, id, texts)
    const { packs, today, typesetter } = session
    const { name: operator } = session.query(readOrganisation) ?? packs.operator
    const words = { ...packs, ...withWords(packs, id, texts) }
    const pdf = await typesetter.typesetReport(samplePaper(id, { packs: words, today, lang, operator }))
    return { pdf, sha256: hash('sha256', pdf), differences: paperDifferences(texts) }
  },
  'papers.save': (session, { id, texts, acceptDifferences }) => {
    mustFit(session.packs, id, texts)
    const count = paperDifferences(texts).length
    if (count > 0 && !acceptDifferences) throw new AppFailure('letterLanguagesDiffer', { count })
    return write(session, id, texts, count)
  },
  'papers.restore': (session, { id }) => write(session, id, null, 0),
}

type Current = { revision: number; changed: boolean; texts: PaperTexts }

function current(db: ReadableDb, packs: Packs, id: PaperId): Current {
  const original = originalWords(packs, id)
  const own = lastVersion(db, id)
  const texts = own ? wordsOf(packs, id, own) : original
  return { revision: own?.revision ?? 0, changed: JSON.stringify(texts) !== JSON.stringify(original), texts }
}

function mustFit(packs: Packs, id: PaperId, texts: PaperTexts): void {
  if (haveSameLines(texts, originalWords(packs, id))) return
  throw new AppFailure('templateInvalid', { fault: 'otherBlocks', lang: '', detail: '' })
}

/** The next version of the words; null: the pack's own. */
function write(
  session: Session,
  id: PaperId,
  texts: PaperTexts | null,
  differences: number,
): { revision: number } {
  return session.command(({ db, at, officer, record, changed }) => {
    const before = current(db, session.packs, id).texts
    const revision = writeTexts(db, id, texts, { officer, at })
    const original = originalWords(session.packs, id)
    const changes = changesOf(toldLines(original, before), toldLines(original, texts ?? original))
    const details = { template: id, revision, ...(differences > 0 ? { differences } : {}), ...changes }
    record(texts ? 'letterTextSaved' : 'letterTextRestored', null, details)
    changed('settings')
    return { revision }
  })
}

/** The lines of a paper by the names that the record has for them, counted as the pack has them: `line.ru.3`. */
function toldLines(original: PaperTexts, texts: PaperTexts): Record<string, string> {
  const lines = (['ru', 'kk'] as const).flatMap((lang) =>
    Object.keys(original[lang]).map((line, index) => [`line.${lang}.${index + 1}`, texts[lang][line] ?? '']),
  )
  return Object.fromEntries(lines) as Record<string, string>
}
