import type { LetterPictures } from '../../../core/letters/pictures.ts'
import type { PictureName } from '../../../shared/model/settings.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export function readPictures(db: ReadableDb): LetterPictures {
  const rows = db.all<{ name: PictureName; png: Uint8Array }>('SELECT name, png FROM picture')
  const png = (name: PictureName): Uint8Array | null => rows.find((row) => row.name === name)?.png ?? null
  return { logo: png('logo'), signature: png('signature'), stamp: png('stamp') }
}

/** Null takes the picture away. */
export function writePicture(db: WritableDb, name: PictureName, png: Uint8Array | null): void {
  if (png === null) db.run('DELETE FROM picture WHERE name = ?', name)
  else
    db.run(
      'INSERT INTO picture (name, png) VALUES (?, ?) ON CONFLICT DO UPDATE SET png = excluded.png',
      name,
      png,
    )
}
