import { wordKey } from '../../../core/letters/dative.ts'
import type { DativeWord, Gender } from '../../../shared/model/names.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export function listDativeWords(db: ReadableDb): DativeWord[] {
  return db
    .all<{ word: string; gender: Gender | ''; dative: string }>(
      'SELECT word, gender, dative FROM dative_word ORDER BY word_key, gender DESC',
    )
    .map(({ gender, ...word }) => ({ ...word, gender: gender === '' ? null : gender }))
}

/** How a word stands in the dative by what was noted of it; null: nothing was. */
export function dativeOf(db: ReadableDb, { word, gender }: Omit<DativeWord, 'dative'>): string | null {
  const sql = 'SELECT dative FROM dative_word WHERE word_key = ? AND gender = ?'
  return db.get<{ dative: string }>(sql, wordKey(word), gender ?? '')?.dative ?? null
}

export function writeDativeWord(db: WritableDb, { word, gender, dative }: DativeWord): void {
  db.run(
    `INSERT INTO dative_word (word_key, word, gender, dative) VALUES (?, ?, ?, ?)
     ON CONFLICT (word_key, gender) DO UPDATE SET word = excluded.word, dative = excluded.dative`,
    wordKey(word),
    word,
    gender ?? '',
    dative,
  )
}

export function deleteDativeWord(db: WritableDb, word: string, gender: Gender | null): void {
  db.run('DELETE FROM dative_word WHERE word_key = ? AND gender = ?', wordKey(word), gender ?? '')
}
