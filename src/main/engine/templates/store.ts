import { z } from 'zod'
import type { TextVersion } from '../../../shared/contract/templates.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { type LetterTemplate, LetterText } from '../../../shared/model/letter.ts'
import type { PaperTexts } from '../../../shared/model/paper.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'

/** A template as it is used now. `revision` 0: the pack's own text, never changed. */
export type CurrentTemplate = LetterTemplate & { revision: number }

const Texts = z.object({ ru: LetterText, kk: LetterText })
/** Texts null: from here on the pack's own. */
export type StoredVersion = { revision: number; texts: string | null }

/** Fails with `templateUnknown`. */
export function mustFindTemplate(packs: Packs, id: string): LetterTemplate {
  const template = packs.letters.find(({ meta }) => meta.id === id)
  if (!template) throw new AppFailure('templateUnknown', {})
  return template
}

/** The letters of the pack, each with the operator's own text where it has one. */
export function currentTemplates(db: ReadableDb, packs: Packs): CurrentTemplate[] {
  return packs.letters.map((template) => currentOf(db, template))
}

export function currentOf(db: ReadableDb, template: LetterTemplate): CurrentTemplate {
  const row = lastVersion(db, template.meta.id)
  return row ? withTexts(template, row) : { ...template, revision: 0 }
}

/** The template as it was in one of its versions; undefined where there was none such. */
export function versionOf(
  db: ReadableDb,
  template: LetterTemplate,
  revision: number,
): CurrentTemplate | undefined {
  if (revision === 0) return { ...template, revision }
  const row = storedVersion(db, template.meta.id, revision)
  return row && withTexts(template, row)
}

export function lastVersion(db: ReadableDb, id: string): StoredVersion | undefined {
  return db.get<StoredVersion>(
    'SELECT revision, texts FROM letter_text WHERE template_id = ? ORDER BY revision DESC LIMIT 1',
    id,
  )
}

export function storedVersion(db: ReadableDb, id: string, revision: number): StoredVersion | undefined {
  const sql = 'SELECT revision, texts FROM letter_text WHERE template_id = ? AND revision = ?'
  return db.get<StoredVersion>(sql, id, revision)
}

function withTexts(template: LetterTemplate, { revision, texts }: StoredVersion): CurrentTemplate {
  return { ...template, revision, texts: texts === null ? template.texts : Texts.parse(JSON.parse(texts)) }
}

/** The next version of the texts of a letter or a paper; null: the pack's own. Returns its number. */
export function writeTexts(
  db: WritableDb,
  templateId: string,
  texts: LetterTemplate['texts'] | PaperTexts | null,
  { officer, at }: { officer: string; at: string },
): number {
  const last = db.get<{ last: number | null }>(
    'SELECT max(revision) AS last FROM letter_text WHERE template_id = ?',
    templateId,
  )
  const revision = (last?.last ?? 0) + 1
  db.run(
    'INSERT INTO letter_text (template_id, revision, texts, officer, at) VALUES (?, ?, ?, ?, ?)',
    templateId,
    revision,
    texts && JSON.stringify(texts),
    officer,
    at,
  )
  return revision
}

/** The newest first. */
export function versionsOf(db: ReadableDb, templateId: string): TextVersion[] {
  return db
    .all<Omit<TextVersion, 'original'> & { original: number }>(
      `SELECT revision, officer, at, texts IS NULL AS original FROM letter_text
       WHERE template_id = ? ORDER BY revision DESC`,
      templateId,
    )
    .map((version) => ({ ...version, original: version.original === 1 }))
}
